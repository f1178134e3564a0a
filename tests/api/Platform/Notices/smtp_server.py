"""A real mail server (aiosmtpd) on a free loopback port. It prints its port, then one JSON line for each mail it took.

Usage: smtp_server.py [--tls CERT KEY | --starttls CERT KEY] [--login USER PASSWORD]
A receiver that begins with "later" gets a 451, one that begins with "never" a 550.
"""
import asyncio
import email
import email.policy
import json
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult


def words(name, count):
    at = sys.argv.index(name) if name in sys.argv else -1
    return sys.argv[at + 1:at + 1 + count] if at >= 0 else None


class Handler:
    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):
        if address.startswith("later"):
            return "451 4.3.0 come back later"
        if address.startswith("never"):
            return "550 5.1.1 nobody of that name"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        mail = email.message_from_bytes(envelope.original_content, policy=email.policy.default)
        print(json.dumps({
            "from": envelope.mail_from, "to": envelope.rcpt_tos, "subject": str(mail["Subject"]), "id": mail["Message-ID"], "date": str(mail["Date"]),
            "text": mail.get_content(), "headers": mail.keys(), "encrypted": session.ssl is not None, "user": getattr(session.auth_data, "login", b"").decode(),
            "longest": max(len(line) for line in envelope.original_content.split(b"\r\n")), "defects": [str(d) for d in mail.defects],
        }), flush=True)
        return "250 taken"


def context(files):
    made = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    made.load_cert_chain(*files)
    return made


def sign_in(server, session, envelope, mechanism, data):
    user, password = words("--login", 2)
    return AuthResult(success=data.login == user.encode() and data.password == password.encode(), handled=False, auth_data=data)


async def main():
    tls, starttls, login = words("--tls", 2), words("--starttls", 2), words("--login", 2)
    def protocol():
        return SMTP(Handler(), hostname="localhost", tls_context=context(starttls) if starttls else None, require_starttls=bool(starttls),
                    authenticator=sign_in if login else None, auth_required=bool(login), auth_require_tls=not tls)
    server = await asyncio.get_running_loop().create_server(protocol, "127.0.0.1", 0, ssl=context(tls) if tls else None)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


asyncio.run(main())
