using System.Globalization;
using System.Runtime.CompilerServices;
using Spectre.Console;

/// <summary>Prints headings, lines and tables of the samples, the same in every culture.</summary>
internal static class SampleOutput
{
    private const int RedirectedWidth = 120;

    /// <summary>Sets the width of the output to 120 columns if it goes to a file or another program.</summary>
    public static void FixWidthIfRedirected()
    {
        if (Console.IsOutputRedirected)
        {
            AnsiConsole.Profile.Width = RedirectedWidth;
        }
    }

    /// <summary>Returns the path of a file of the samples' data.</summary>
    public static string SamplePath(string name, [CallerFilePath] string sample = "") =>
        Path.Combine(Path.GetDirectoryName(sample)!, "data", name);

    /// <summary>Prints a heading with a line.</summary>
    public static void Heading(string text)
    {
        AnsiConsole.WriteLine();
        AnsiConsole.Write(new Rule($"[bold]{Markup.Escape(text)}[/]").LeftJustified());
    }

    /// <inheritdoc cref="Heading(string)"/>
    public static void Heading(InvariantText text) => Heading(text.ToString());

    /// <summary>Prints a line, or several if it is long. Spaces at its start indent all of them.</summary>
    public static void Say(string text, string style = "default")
    {
        string said = text.TrimStart(' ');
        AnsiConsole.Write(new Padder(
            new Markup($"[{style}]{Markup.Escape(said)}[/]"), new Padding(2 + text.Length - said.Length, 0, 0, 0)));
    }

    /// <inheritdoc cref="Say(string, string)"/>
    public static void Say(InvariantText text, string style = "default") => Say(text.ToString(), style);

    /// <summary>Creates a table. The first column is aligned left and can wrap; the others are aligned
    /// right.</summary>
    public static Table Columns(params string[] names)
    {
        Table table = new Table().SimpleBorder();
        foreach (string name in names)
        {
            bool isFirst = table.Columns.Count == 0;
            table.AddColumn(Markup.Escape(name), column => column
                .NoWrap()
                .Alignment(isFirst ? Justify.Left : Justify.Right)
                .Padding(isFirst ? 1 : 0, 0, 1, 0));
        }

        table.Columns[0].NoWrap = false;
        return table;
    }

    /// <summary>Prints a table, or a line if there are no rows.</summary>
    public static void Print(string[] headings, IEnumerable<string[]> rows, string? otherwise = null)
    {
        Table table = Columns(headings);
        foreach (string[] row in rows)
        {
            table.AddRow([.. row.Select(cell => Markup.Escape(cell))]);
        }

        if (table.Rows.Count > 0)
        {
            AnsiConsole.Write(table);
        }
        else if (otherwise is not null)
        {
            Say(otherwise);
        }
    }

    /// <summary>Returns the message of an error without the name of a parameter.</summary>
    public static string MessageOf(Exception error) => error is ArgumentException { ParamName: { } name }
        ? error.Message.Replace($" (Parameter '{name}')", "", StringComparison.Ordinal)
        : error.Message;
}

/// <summary>An interpolated string with numbers and dates that do not depend on the culture.</summary>
[InterpolatedStringHandler]
internal ref struct InvariantText
{
    private DefaultInterpolatedStringHandler _text;

    public InvariantText(int literalLength, int formattedCount) =>
        _text = new DefaultInterpolatedStringHandler(literalLength, formattedCount, CultureInfo.InvariantCulture);

    public void AppendLiteral(string text) => _text.AppendLiteral(text);

    public void AppendFormatted<T>(T value) => _text.AppendFormatted(value);

    public void AppendFormatted<T>(T value, string format) => _text.AppendFormatted(value, format);

    public override string ToString() => _text.ToString();
}
