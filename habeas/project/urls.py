"""All addresses of the site."""

from django.urls import include, path

urlpatterns = [path("", include("habeas.pages.urls")), path("desk/", include("habeas.desk.urls"))]
