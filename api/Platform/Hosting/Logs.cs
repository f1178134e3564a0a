using System.Text.Encodings.Web;

namespace Jizhou.Public.Api.Platform.Hosting;

/// <summary>Structured logs: JSON lines in production, short lines for a developer; never a query string or personal data.</summary>
public static class Logs
{
    /// <summary>Sets the formatter and what is worth a line.</summary>
    public static void AddLogs(this WebApplicationBuilder builder)
    {
        var logging = builder.Logging;
        logging.ClearProviders();
        logging.SetMinimumLevel(LogLevel.Information);
        logging.AddFilter("Microsoft", LogLevel.Warning);
        logging.AddFilter("System", LogLevel.Warning);

        // A failed start is told by Program in one line; the host and Kestrel would add the whole stack to it.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        // It logs what ErrorPipeline logs as well, and while it may, every request pays for an activity and a scope that nobody reads.
        logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        logging.AddFilter("Microsoft.AspNetCore.Server.Kestrel", level => level is LogLevel.Warning or LogLevel.Error);

        if (builder.Environment.IsDevelopment())
        {
            logging.AddSimpleConsole(options => options.SingleLine = true);
        }
        else
        {
            // Chinese stays readable in a log file, which no browser ever interprets.
            logging.AddJsonConsole(options => options.JsonWriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        }
    }
}
