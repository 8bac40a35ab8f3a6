"""From text to statements: layout, sentences, dates, quotes, actors, acts, topics, links."""
