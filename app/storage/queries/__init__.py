"""Reading: Core selects that return tuples, turned into the domain's frozen views."""
