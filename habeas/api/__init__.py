"""Machines: the register's named questions as JSON over HTTP, read-only, and a service that reconciles names."""
