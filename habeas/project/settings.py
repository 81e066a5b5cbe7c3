"""Settings of the one Django project. Where things lie comes from HABEAS_HOME, which database from HABEAS_DATABASE."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from psycopg import ProgrammingError
from psycopg.conninfo import conninfo_to_dict

from habeas.problems import BadInput
from habeas.project.faults import is_fault
from habeas.project.home import database_path, desk_path
from habeas.project.secret import secret

DEBUG = False
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]", *filter(None, os.environ.get("HABEAS_HOSTS", "").split(","))]
ROOT_URLCONF = "habeas.project.urls"
WSGI_APPLICATION = "habeas.project.wsgi.application"
INSTALLED_APPS = ["django.contrib.staticfiles", "habeas.ledger", "habeas.register", "habeas.pages", "habeas.desk"]
# No sessions here: they run behind the desk's door alone, so that no public page can set a cookie.
MIDDLEWARE = [
    "habeas.pages.headers.safe_headers",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "habeas.pages.speaking.in_the_language_of_the_address",
    "django.middleware.common.CommonMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": ["django.template.context_processors.request", "habeas.pages.edition.edition"]
        },
    }
]
STATIC_URL = "static/"
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
USE_TZ = True
TIME_ZONE = "UTC"
USE_I18N = True
LANGUAGE_CODE = "en"
# Each language under its own name. The address alone says which is meant: no cookie, and nothing of the browser's.
LANGUAGES = [("en", "English"), ("be", "Беларуская"), ("ru", "Русский")]
LOCALE_PATHS = [str(Path(__file__).parents[1] / "locale")]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# A request's path and query can hold a person's name, so requests are never logged; faults are, by their place alone.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"where": {"()": "habeas.project.faults.WhereOnly"}},
    "filters": {"faults": {"()": "django.utils.log.CallbackFilter", "callback": is_fault}},
    "handlers": {
        "nowhere": {"class": "logging.NullHandler"},
        "faults": {"class": "logging.StreamHandler", "formatter": "where", "filters": ["faults"]},
    },
    "loggers": {
        "django": {"handlers": ["nowhere"], "level": "WARNING", "propagate": False},
        "django.request": {"handlers": ["faults"], "propagate": False},
        "django.server": {"handlers": ["nowhere"], "propagate": False},
        "django.security": {"handlers": ["nowhere"], "propagate": False},
    },
}

SQLITE = {
    "ENGINE": "django.db.backends.sqlite3",
    "NAME": str(database_path()),
    "ATOMIC_REQUESTS": False,
    "OPTIONS": {
        "transaction_mode": "IMMEDIATE",
        # An import of a whole register holds the lock for several seconds, and others wait for it.
        "timeout": 60,
        # recursive_triggers: INSERT OR REPLACE fires the triggers that refuse deletion only when it is on.
        "init_command": (
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;"
            " PRAGMA foreign_keys=ON; PRAGMA recursive_triggers=ON;"
        ),
    },
}


def _postgresql(address: str) -> dict[str, object]:
    """Read by the driver itself, so that every form of address it knows will do: sockets, several hosts, TLS."""
    parts: dict[str, object] = {}
    with suppress(ProgrammingError):
        parts = dict(conninfo_to_dict(address))
    if not parts.get("dbname"):
        raise BadInput("HABEAS_DATABASE can't be read; it must look like postgresql://user:password@host:5432/name.")
    named = {key.upper(): parts.pop(key, "") for key in ("user", "password", "host", "port")}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.pop("dbname"),
        **named,
        "ATOMIC_REQUESTS": False,
        "OPTIONS": parts,
    }


_address = os.environ.get("HABEAS_DATABASE", "")
DATABASES = {
    "default": _postgresql(_address) if _address else SQLITE,
    # Accounts and sessions, apart from the register, so that no copy of that holds a password.
    "desk": {**SQLITE, "NAME": str(desk_path())},
}
DATABASE_ROUTERS = ["habeas.desk.router.DeskRouter"]
SECRET_KEY = secret()

# The desk's door. A web server that adds HTTPS stands before us where HABEAS_HTTPS says so.
_https = os.environ.get("HABEAS_HTTPS", "") == "yes"
PASSKEY_HOST = os.environ.get("HABEAS_PASSKEY_HOST", "").strip().lower()
SESSION_ENGINE = "habeas.desk.sessions"
SESSION_COOKIE_NAME = "desk"
SESSION_COOKIE_AGE = 12 * 3600
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Strict"
SESSION_COOKIE_SECURE = _https
CSRF_USE_SESSIONS = True
CSRF_FAILURE_VIEW = "habeas.desk.door.forged"
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS if host] if _https else []
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
