"""What people see and do at a terminal: answers, documents, checks, dates, and the chat."""
