using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;

namespace Jizhou.Public.ApiTests.Bookings;

/// <summary>Over the real program as a process: what survives a kill, and what never reaches disk or log in clear text.</summary>
public sealed class RestartAndSecrecyTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("jizhou-bookings-").FullName;

    [Fact]
    public async Task The_first_answer_and_the_hold_survive_a_kill()
    {
        var key = Resident.NewKey();
        byte[] first;
        string confirmed, held;
        Resident resident;
        string slot;
        using (var server = await Server.StartAsync(_folder))
        {
            resident = new Resident(server.Http);
            slot = await server.FirstSlotAsync();
            confirmed = await resident.HeldAsync(slot);
            held = await new Resident(server.Http).HeldAsync(slot);
            using var answer = await resident.ConfirmAsync(confirmed, key);
            Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
            first = await answer.Content.ReadAsByteArrayAsync();
        }

        using (var server = await Server.StartAsync(_folder))
        {
            var again = new Resident(server.Http) { Phone = resident.Phone };
            using var replay = await again.ConfirmAsync(confirmed, key);
            Assert.Equal((HttpStatusCode.Created, Convert.ToBase64String(first)), (replay.StatusCode, Convert.ToBase64String(await replay.Content.ReadAsByteArrayAsync())));
            using var other = await again.ConfirmAsync(confirmed, key, note: "另一份");
            Assert.Equal("idempotency_key_reused", await Resident.Refused(other, HttpStatusCode.UnprocessableEntity));
            using var late = await new Resident(server.Http).ConfirmAsync(held);
            await Resident.Expect(late, HttpStatusCode.Created);
        }
    }

    [Fact]
    public async Task Nothing_personal_stands_in_database_log_or_elsewhere_in_clear_text()
    {
        const string Name = "金丝雀名";
        const string Note = "金丝雀备注";
        const string Street = "金丝雀胡同";
        const string Phone = "13912345678";
        string log;
        using (var server = await Server.StartAsync(_folder))
        {
            var resident = new Resident(server.Http) { Phone = Phone, Address = Street + "77号" };
            var booked = await resident.BookedAsync(await server.FirstSlotAsync(), name: Name, note: Note);
            using var found = await resident.LookUpAsync(booked.GetProperty("reference").GetString()!);
            await Resident.Expect(found, HttpStatusCode.OK);
            using var wrong = await resident.LookUpAsync(booked.GetProperty("reference").GetString()!, "0000");
            using var refused = await new Resident(server.Http).ConfirmAsync(new string('0', 32), name: Name, note: Note, phone: Phone);
            log = server.Log;
            var token = booked.GetProperty("manageToken").GetString()!;
            AssertAbsent([Name, Note, Street, Phone, token], log); // the files too, while the WAL is still there
        }

        AssertAbsent([Name, Note, Street, Phone], log);
    }

    /// <inheritdoc />
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void AssertAbsent(string[] canaries, string log)
    {
        var files = Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories)
            .Where(f => !f.EndsWith("server.lock", StringComparison.Ordinal)).ToList(); // empty, and held by the server
        Assert.Contains(files, f => f.EndsWith(".db", StringComparison.Ordinal) && new FileInfo(f).Length > 0);
        foreach (var canary in canaries)
        {
            Assert.DoesNotContain(canary, log, StringComparison.Ordinal);
            var bytes = Encoding.UTF8.GetBytes(canary);
            Assert.All(files, file =>
            {
                using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                using var copy = new MemoryStream();
                stream.CopyTo(copy);
                Assert.True(copy.GetBuffer().AsSpan(0, (int)copy.Length).IndexOf(bytes) < 0, $"{canary} in {Path.GetFileName(file)}");
            });
        }
    }

    /// <summary>The built program on a free port; disposing kills it as kill -9 does.</summary>
    private sealed class Server : IDisposable
    {
        private readonly Process _process;
        private readonly StringBuilder _log = new();

        private Server(Process process) => _process = process;

        public HttpClient Http { get; private set; } = new();

        public string Log
        {
            get
            {
                lock (_log)
                {
                    return _log.ToString();
                }
            }
        }

        public static async Task<Server> StartAsync(string folder)
        {
            var start = new ProcessStartInfo("dotnet", [Repository.Program, "--urls", "http://127.0.0.1:0"]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
            start.Environment["Storage__DataFolder"] = Path.Combine(folder, "data");
            start.Environment["Security__KeyFolder"] = Path.Combine(folder, "keys");
            start.Environment["Logging__LogLevel__Default"] = "Debug";
            start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
            var server = new Server(Process.Start(start)!);
            var address = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
            DataReceivedEventHandler heard = (_, line) => server.Hear(line.Data, address);
            server._process.OutputDataReceived += heard;
            server._process.ErrorDataReceived += heard;
            server._process.BeginOutputReadLine();
            server._process.BeginErrorReadLine();
            server.Http = new HttpClient { BaseAddress = new Uri(await address.Task.WaitAsync(TimeSpan.FromSeconds(60))) };
            return server;
        }

        /// <summary>A slot three weeks ahead that is free: this process runs on the real clock.</summary>
        public async Task<string> FirstSlotAsync()
        {
            using var answer = await Http.GetAsync($"/api/v1/bookings/slots?village={Resident.Yuyang}");
            var slots = await Resident.Expect(answer, HttpStatusCode.OK);
            return slots.GetProperty("items").EnumerateArray().Last(s => s.GetProperty("available").GetBoolean()).GetProperty("id").GetString()!;
        }

        public void Dispose()
        {
            _process.Kill();
            _process.WaitForExit();
            _process.Dispose();
            Http.Dispose();
        }

        private void Hear(string? line, TaskCompletionSource<string> address)
        {
            lock (_log)
            {
                _log.AppendLine(line);
            }

            var at = line?.IndexOf("http://127.0.0.1:", StringComparison.Ordinal) ?? -1;
            if (at >= 0)
            {
                var port = new string([.. line![(at + "http://127.0.0.1:".Length)..].TakeWhile(char.IsAsciiDigit)]);
                address.TrySetResult(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
            }
        }
    }
}
