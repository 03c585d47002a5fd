"""Mean milliseconds in which other tools say of one document whether it escalates.

Reads documents as JSON lines from standard input, and writes one JSON object: milliseconds and verdicts, by tool.
A tool that is not installed is left out.
"""

import json
import sys
import time
import types


def prowler():
    # Its judgement of a document needs no connection, and the module that makes one needs a hundred packages.
    connection = types.ModuleType("prowler.providers.aws.aws_provider")
    connection.read_aws_regions_file = dict
    sys.modules[connection.__name__] = connection
    from prowler.providers.aws.services.iam.lib.privilege_escalation import check_privilege_escalation

    return lambda document: bool(check_privilege_escalation(document))


def cloudsplaining():
    from cloudsplaining.scan.policy_document import PolicyDocument

    def escalates(document):
        policy = PolicyDocument(document, flag_resource_arn_statements=True, flag_conditional_statements=True)
        return bool(policy.allows_privilege_escalation)

    return escalates


def main():
    documents = [json.loads(line) for line in sys.stdin]
    answer = {}
    for tool in (cloudsplaining, prowler):
        try:
            escalates = tool()
        except ImportError:
            continue
        started = time.process_time()
        verdicts = [escalates(document) for document in documents]
        milliseconds = (time.process_time() - started) * 1000 / len(documents)
        answer[tool.__name__] = {"milliseconds": milliseconds, "escalating": sum(verdicts)}
    json.dump(answer, sys.stdout)


main()
