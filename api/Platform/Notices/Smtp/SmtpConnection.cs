using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace Jizhou.Public.Api.Platform.Notices.Smtp;

/// <summary>One line of talk with a mail server (RFC 5321): commands out, replies in.</summary>
internal sealed class SmtpConnection : IAsyncDisposable
{
    private const int LongestLine = 4096;
    private const int MostLines = 100;

    private readonly TcpClient _tcp;
    private readonly string _host;
    private readonly RemoteCertificateValidationCallback? _trust;
    private readonly byte[] _buffer = new byte[LongestLine];
    private Stream _stream;
    private int _read;
    private int _filled;

    private SmtpConnection(TcpClient tcp, string host, RemoteCertificateValidationCallback? trust)
        => (_tcp, _host, _trust, _stream) = (tcp, host, trust, tcp.GetStream());

    /// <summary>How we call ourselves: our address on this connection, which tells nothing about the machine's name.</summary>
    public string OwnName => _tcp.Client.LocalEndPoint is IPEndPoint { Address: var own }
        ? own.AddressFamily == AddressFamily.InterNetworkV6 && !own.IsIPv4MappedToIPv6 ? $"[IPv6:{own}]" : $"[{own.MapToIPv4()}]"
        : "[127.0.0.1]";

    /// <summary>Connects.</summary>
    public static async Task<SmtpConnection> OpenAsync(string host, int port, RemoteCertificateValidationCallback? trust, CancellationToken cancellationToken)
    {
        var tcp = new TcpClient();
        try
        {
            await tcp.ConnectAsync(host, port, cancellationToken);
            return new SmtpConnection(tcp, host, trust);
        }
        catch
        {
            tcp.Dispose();
            throw;
        }
    }

    /// <summary>Encrypts from here on. The server's certificate must be valid for its name.</summary>
    public async Task EncryptAsync(CancellationToken cancellationToken)
    {
        if (_read < _filled)
        {
            throw new SmtpFailureException("STARTTLS", 0, isFinal: false); // something was slipped in before the encryption
        }

        var encrypted = new SslStream(_stream, leaveInnerStreamOpen: false);
        _stream = encrypted;
        await encrypted.AuthenticateAsClientAsync(
            new SslClientAuthenticationOptions { TargetHost = _host, RemoteCertificateValidationCallback = _trust }, cancellationToken);
    }

    /// <summary>Sends a command and reads the reply; the command must be one line.</summary>
    public async Task<SmtpReply> AskAsync(string command, CancellationToken cancellationToken)
    {
        if (command.AsSpan().IndexOfAny('\r', '\n', '\0') >= 0)
        {
            throw new ArgumentException("a command is one line", nameof(command));
        }

        await SendAsync(Encoding.ASCII.GetBytes(command + "\r\n"), cancellationToken);
        return await ReplyAsync(cancellationToken);
    }

    /// <summary>Sends bytes as they are.</summary>
    public async Task SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        await _stream.WriteAsync(bytes, cancellationToken);
        await _stream.FlushAsync(cancellationToken);
    }

    /// <summary>Reads a reply, which may have several lines: 250-… 250-… 250 ….</summary>
    public async Task<SmtpReply> ReplyAsync(CancellationToken cancellationToken)
    {
        List<string> lines = [];
        while (lines.Count < MostLines)
        {
            var line = await LineAsync(cancellationToken);
            if (line.Length < 3 || !int.TryParse(line.AsSpan(0, 3), out var code))
            {
                break;
            }

            lines.Add(line.Length > 4 ? line[4..] : "");
            if (line.Length == 3 || line[3] == ' ')
            {
                return new SmtpReply(code, lines);
            }
        }

        throw new SmtpFailureException("回答", 0, isFinal: false);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _stream.DisposeAsync();
        _tcp.Dispose();
    }

    private async Task<string> LineAsync(CancellationToken cancellationToken)
    {
        var line = new StringBuilder();
        while (line.Length < LongestLine)
        {
            if (_read == _filled)
            {
                (_read, _filled) = (0, await _stream.ReadAsync(_buffer, cancellationToken));
                if (_filled == 0)
                {
                    throw new EndOfStreamException("the mail server hung up");
                }
            }

            var c = (char)_buffer[_read++];
            if (c == '\n')
            {
                return line.ToString().TrimEnd('\r');
            }

            line.Append(c);
        }

        throw new SmtpFailureException("回答", 0, isFinal: false);
    }
}

/// <summary>A reply of the server.</summary>
/// <param name="Code">250 …</param>
/// <param name="Lines">What stands behind the code.</param>
internal sealed record SmtpReply(int Code, IReadOnlyList<string> Lines)
{
    /// <summary>Refuses a reply that is not of this kind (2 for 2xx, 3 for 3xx).</summary>
    public SmtpReply Expect(int kind, string step, bool isAboutMail = false) =>
        Code / 100 == kind ? this : throw new SmtpFailureException(step, Code, isAboutMail && Code / 100 == 5);
}
