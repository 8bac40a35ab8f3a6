"""The dashboard: screens wire lanes and panes, widgets show, and no widget knows the store."""
