using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace RevenueModel.Tests.Packages;

/// <summary>Runs the <c>dotnet</c> command like a shell, and leaves no process behind.</summary>
public static partial class Dotnet
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    // This variable contains the path of the muxer that runs the tests. Without it, the PATH is searched.
    private static readonly string Muxer = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    /// <summary>Runs a command that builds, without build servers that would outlive it.</summary>
    /// <returns>The output.</returns>
    /// <exception cref="InvalidOperationException">The command failed, or did not end in time. The message contains
    /// the output.</exception>
    public static Task<string> BuildAsync(string folder, params ReadOnlySpan<string> arguments) =>
        RunAsync(folder, [.. arguments, "-nodeReuse:false", "-p:UseSharedCompilation=false"]);

    /// <summary>Returns the warning lines of a build output.</summary>
    public static IEnumerable<string> WarningsIn(string output) =>
        output.Split('\n').Where(line => Warning().IsMatch(line)).Distinct(StringComparer.Ordinal);

    /// <summary>Runs a script in bash, in which <c>dotnet</c> is the one that runs the tests.</summary>
    /// <param name="folder">The working directory.</param>
    /// <param name="script">The script; the first command that fails ends it.</param>
    /// <param name="environment">Variables to set in addition to those of the tests.</param>
    /// <returns>The output.</returns>
    /// <exception cref="InvalidOperationException">A command failed, or the script did not end in time; the message
    /// has the output.</exception>
    public static Task<string> ShellAsync(
        string folder, string script, IReadOnlyDictionary<string, string> environment)
    {
        ProcessStartInfo start = StartInfo("bash", folder, ["-euo", "pipefail", "-c", script]);
        if (Path.GetDirectoryName(Muxer) is { Length: > 0 } directory)
        {
            start.Environment["PATH"] =
                directory + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH");
        }

        start.Environment["UseSharedCompilation"] = "false";
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        return RunAsync(start);
    }

    private static Task<string> RunAsync(string folder, IEnumerable<string> arguments) =>
        RunAsync(StartInfo(Muxer, folder, arguments));

    private static ProcessStartInfo StartInfo(string command, string folder, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(command, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        CleanEnvironment(start.Environment);
        return start;
    }

    private static async Task<string> RunAsync(ProcessStartInfo start)
    {
        using var process = new Process { StartInfo = start };
        var output = new StringBuilder();
        process.OutputDataReceived += (_, line) => Append(output, line.Data);
        process.ErrorDataReceived += (_, line) => Append(output, line.Data);
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        string command = $"{start.FileName} {string.Join(' ', start.ArgumentList)} in {start.WorkingDirectory}";
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException late)
        {
            process.Kill(entireProcessTree: true);
            throw new InvalidOperationException($"{command} did not end within {Patience}:\n{Text(output)}", late);
        }

        return process.ExitCode == 0
            ? Text(output)
            : throw new InvalidOperationException($"{command} ended with {process.ExitCode}:\n{Text(output)}");
    }

    // `dotnet test` sets variables that select MSBuild; a new command must find its own.
    private static void CleanEnvironment(IDictionary<string, string?> environment)
    {
        foreach (string name in environment.Keys.ToList())
        {
            if (name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)
                || name.StartsWith("VSTEST", StringComparison.OrdinalIgnoreCase)
                || name is "DOTNET_STARTUP_HOOKS" or "DOTNET_ADDITIONAL_DEPS")
            {
                environment.Remove(name);
            }
        }

        environment["MSBUILDDISABLENODEREUSE"] = "1";
        environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        environment["DOTNET_NOLOGO"] = "1";
    }

    private static void Append(StringBuilder output, string? line)
    {
        lock (output)
        {
            output.Append(line).Append('\n');
        }
    }

    private static string Text(StringBuilder output)
    {
        lock (output)
        {
            return output.ToString();
        }
    }

    [GeneratedRegex(@"\bwarning\b( [A-Z]+\d+)?\s*:", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Warning();
}
