using System.Text;

namespace RevenueModel.Tests.Documentation;

/// <summary>
/// Takes what the code under it writes to the console, and nothing that other tests write meanwhile.
/// </summary>
public sealed class ConsoleCapture : IDisposable
{
    private static readonly AsyncLocal<StringWriter?> Current = new();

    private readonly StringWriter _writer = new();

    // One console serves all threads: it is replaced once, by a writer that asks who is writing.
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
