"""Everything a publisher's server can do wrong (reliability.md, row B), each under its name.

Three kinds: in how an answer is sent, in how the pages follow each other, and in what an answer says. The last kind is done to a
table or a layer before it gets its shape, so that it is the same fault in OData v4 and in v3.
"""

from tests.faults.says_wrong import SAYS_WRONG
from tests.faults.sent_wrong import PAGED_WRONG, SENT_WRONG

FAULTS = {fault.name: fault for fault in (*SENT_WRONG, *PAGED_WRONG, *SAYS_WRONG)}
