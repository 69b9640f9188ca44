"""Someone with a phone and no script, as the longer walks of the browser tests have them."""
import re

PEOPLE = {
    "rui": "rui@nhamatare.example", "amelia": "amelia@nhamatare.example", "ines": "ines@santaclariva.example",
    "jorge": "jorge@santaclariva.example", "karim": "karim@ouedzitoun.example", "lotte": "lotte@ostrahaven.example",
}


class Reader:
    """Someone with a phone: opens pages, fills in forms, presses buttons, and is never shown a page that is too wide."""

    def __init__(self, page):
        self.page = page

    def open(self, path, status=200):
        answer = self.page.goto(path)
        assert answer.status == status, f"{path}: {answer.status}"
        self.look()
        return self

    def look(self):
        overflow = self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert overflow <= 0, f"{self.page.url} is {overflow} pixels too wide"
        assert self.page.locator(".errors").count() == 0, self.page.locator(".errors").inner_text()

    def form(self, *marks):
        return self.page.locator("form" + "".join(f":has({mark})" for mark in marks)).first

    def fill(self, form, values):
        for name, value in values.items():
            field = form.locator(f'[name="{name}"]')
            kind = field.first.get_attribute("type")
            if kind in ("radio", "checkbox"):
                for one in [value] if isinstance(value, str) else value:
                    self.shown(form, f'[name="{name}"][value="{one}"]').check()
            elif field.first.evaluate("field => field.tagName") == "SELECT":
                self.shown(form, f'[name="{name}"]').select_option(value)
            else:
                self.shown(form, f'[name="{name}"]').fill(value)

    def shown(self, form, mark):
        """A field, once what it is folded in has been opened."""
        for fold in form.locator(f"details:not([open]):has({mark})").all():
            fold.locator("summary").first.click()
        return form.locator(mark).first

    def send(self, *marks, button="button >> nth=0", **values):
        form = self.form(*marks)
        self.fill(form, {name.replace("__", "."): value for name, value in values.items()})
        form.locator(button).click()
        self.look()
        return self

    @property
    def text(self):
        return self.page.locator("main").inner_text()

    @property
    def path(self):
        return re.sub(r"^https?://[^/]+|[?#].*$", "", self.page.url)
