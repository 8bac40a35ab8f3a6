"""diplotui: who said what about which claim, on what basis, who denied it, and what nobody has answered."""
