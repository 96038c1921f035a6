// Every behaviour is optional: the pages work without any of them.
import "./copy.js";
import "./focus.js";
import "./follow.js";
import "./insert.js";
import "./keep.js";
import "./key-decision.js";
import "./key-help.js";
import "./key-rows.js";
import "./key-search.js";
import "./menu.js";
import "./plots.js";
import "./progress.js";
import "./select.js";
import "./theme.js";
import "./times.js";
import "./assignees.js";
