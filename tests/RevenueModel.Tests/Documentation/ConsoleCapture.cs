using System.Text;

namespace RevenueModel.Tests.Documentation;

/// <summary>
/// Captures the console output of the current test, without the output of tests that run at the same time.
/// </summary>
public sealed class ConsoleCapture : IDisposable
{
    private static readonly AsyncLocal<StringWriter?> Current = new();

    private readonly StringWriter _writer = new();

    // All threads share one console: it is replaced once, with a writer that routes output by execution context.
    static ConsoleCapture() => Console.SetOut(new Router(Console.Out));

    public ConsoleCapture() => Current.Value = _writer;

    public string Text => _writer.ToString();

    public void Dispose()
    {
        Current.Value = null;
        _writer.Dispose();
    }

    private sealed class Router(TextWriter console) : TextWriter
    {
        public override Encoding Encoding => console.Encoding;

        private TextWriter Target => Current.Value ?? console;

        public override void Write(char value) => Target.Write(value);

        public override void Write(string? value) => Target.Write(value);

        public override void Write(char[] buffer, int index, int count) => Target.Write(buffer, index, count);

        public override void Flush() => Target.Flush();
    }
}
