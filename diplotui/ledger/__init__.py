"""Pure rules over records: positions, statuses, origins, filing, matching. Nothing here reads or writes."""
