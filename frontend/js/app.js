// Every behaviour is optional: the pages work without any of them.
import "./copy.js";
import "./focus.js";
import "./follow.js";
import "./menu.js";
import "./progress.js";
import "./theme.js";
import "./times.js";
import "./turns.js";
