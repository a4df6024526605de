<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>New project…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export briefing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare two files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes on the files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why this verdict?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find or do anything…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Tradeoff…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show scenario {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turns before and after results into a release decision that leaders can read. Everything stays on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tradeoff projects (*.tradeoff *.tradeoffz)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing differs: the same decisions on the same numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The results are not the same: the two projects rest on other numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worth a month: {worth_line}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} and {file_2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} differences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No differences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose your project file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the file to compare it with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} can’t be compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the briefing as {kind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was not written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save somewhere else…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} Nothing half-written is left, and your choices stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Briefing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find or do anything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to find or do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is called that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first rule that applies decides. They are asked in this order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Decide page shows {count} more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tornado</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recover “{title}”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program ended before this was saved. The unsaved work is from {tell_when}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Your unsaved work was put aside and will be offered at the next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you did last may not have worked.{kept} The details name places in the program, never your data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}[*] – Tradeoff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 note on the files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} notes on the files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {time:%H:%M}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The decision memo alone, for somebody with two minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memo, effects, value, certainty, accepted regressions, method.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything, for somebody who checks it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For whom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the briefing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as Markdown…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Section: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As words alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export Excel…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n pages.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Setting the pages…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every section is left out: there is no page to show.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pages could not be set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied the briefing as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page {number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ship</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason for the decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what tipped it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is decided yet. Choose Ship or Hold above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You decide to {choice}, against the recommendation. Say why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You decide to {choice}, as recommended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 assumption unconfirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n assumptions unconfirmed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Your decision: ship or hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reason for deciding against the recommendation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ship</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recommended: {lower}{value}. The first rule that applies decides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} to answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regressions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{found} found, {accepted} accepted, {open} open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also worse, outside the gates: {listed}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back the answer: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide: {choice}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer to: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept for the new results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept for the new results: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the answer back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the answer back: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{change} measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} agreed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why we accept it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mitigation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roll back if</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted up to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it buys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what is worth more than this loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what makes it smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more completed tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>team or person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>link or card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, accepted by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, role of who accepts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, accepted up to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why we block it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{said} (missing)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not stated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mitigate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accepted up to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>why we accept it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what it buys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mitigation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accepted by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accepted on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>review date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>follow-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>roll back if</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What gets better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What gets worse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What we can’t tell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{left} more on the Compare page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What leaders will read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy these statements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New gate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Segment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add gate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, agreed by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name or role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, agreed on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the gate: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not judged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed after the results were known. </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not judged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{subject} agreed by {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{subject} agreed on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State the gate: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assumed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreed by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreed on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No safety gate yet. State what a user must never meet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No margin yet: whatever gets worse needs an answer, however little.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No goal yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What must hold?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Safety comes first and can’t be bought. A gate that is moved now is marked: the results are known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a gate…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete gate: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add gate: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must never happen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must stay within a limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must not get worse by more than</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must get better by more than</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must reach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Safety</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A user must never… No value and no acceptance buys these.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Must not get worse than…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each must hold for everyone and in every protected segment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the release is for: at least one must be met.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>% of today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inputs that differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing differs yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One scenario: add another to compare choices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What follows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Safety gates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change a month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change, {unit_line}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not exposed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none stated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unproven</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenarios side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a colleague’s file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the inputs that differ are shown; differences from {first} are bold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new scenario is a copy of this one: change what you doubt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New scenario {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename the scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename scenario {before} → {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete scenario {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of traffic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gets the new version, %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, rollout in percent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rollout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in “{name}”, the scenario in force; the rest keeps the old version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input or result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yours, current</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mitigated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not in money</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version, {segment_inside}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as everyone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost of one more answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One-off cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{currency} per {unit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Horizon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one-off cost deducted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Horizon in months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Horizon {before} → {after} months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You treat these as equal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does this sound right?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes, confirm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes, confirm the assumed numbers on this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>$ per unit, best guess</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Low to high, $</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>$ thousand a month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a change is worth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{currency} per unit, best guess</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Low to high, {currency}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{currency} thousand a month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>put at least one metric in money to see a total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total a month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put a metric in money…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take one out…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put {name} in money</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take {name} out of money</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assumption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best guess</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not stated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm {assumption}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All assumptions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>low and high: one in ten is below, one in ten above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is a change worth?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every number acts at once. Italic numbers are assumed until you confirm them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sliders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View of the numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} to check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm the numbers of Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one more {event}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one fewer {event}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one {measure} higher, per {unit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one {measure} lower, per {unit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how much of the measured effect shows up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{units} per month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, best guess</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, low guess</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, high guess</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units per month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rollout, %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value weight, 0 to 3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, units per month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, value weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is affected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{capitalize} per month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shares are those of the evaluation: state the volumes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worst</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points for worst to best, 0 to 100</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, worst level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, best level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much each change matters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in points, without money</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>optional: weigh metrics without money</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weigh a metric…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop weighing one…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weigh {metric}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop weighing {metric}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV, Excel, JSON, JSONL, or the output of an evaluation tool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a before and an after result file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare two scenario files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop files anywhere in the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is the new version worth what it costs?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything stays on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or start from a sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin to the top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove from this list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today, {local:%H:%M}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMMM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Support bot 4.2 → 4.3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do 44 more completed tasks in 1,000 outweigh 3 more irrelevant answers?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>17,400 queries, 3 segments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search relevance, autumn model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Better on the queries that everybody asks, less accurate on the long tail: is it worth it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2,600 searches, 2 segments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drafting assistant 7 → 8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every text score went up, and writers like it less. Which counts?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>600 drafts rated by people, 620 privacy probes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assumed, not yet confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a day such as 2027-01-31.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d. MMMM yyyy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p style=&quot;white-space:pre-wrap&quot;&gt;{escape}&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find or do anything  Ctrl+K</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenario: {shorten}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenario: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What users lose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worth per month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flips if</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the verdict as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step or live results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdict copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
