using RevenueModel.Tests.Architecture;

namespace RevenueModel.Tests.Documentation;

/// <summary>
/// Every C# block of the documentation compiles and runs as a program, and prints the text block that directly follows
/// it. <c>```csharp no-run</c> is only compiled.
/// </summary>
public class CodeBlockTests
{
    private const string CompileOnly = "no-run";

    public static TheoryData<string, int> EachCSharpBlock
    {
        get
        {
            var rows = new TheoryData<string, int>();
            IEnumerable<FencedBlock> blocks = MarkdownPage.All.SelectMany(page => page.Blocks);
            foreach (FencedBlock block in blocks.Where(block => block.IsCSharp))
            {
                rows.Add(block.Page, block.Line);
            }

            return rows;
        }
    }

    [Theory, MemberData(nameof(EachCSharpBlock))]
    public void BlocksPrintTheOutputOnThePage(string page, int line)
    {
        IReadOnlyList<FencedBlock> blocks = MarkdownPage.Open(page).Blocks;
        int index = blocks.TakeWhile(other => other.Line != line).Count();
        FencedBlock block = blocks[index];
        Offenders.None(block.Options.Where(option => option != CompileOnly));

        var snippet = new Snippet(block);
        Offenders.None(snippet.Errors);
        if (!snippet.IsProgram || block.Options.Contains(CompileOnly))
        {
            return;
        }

        string printed = Trimmed(snippet.Run());
        if (index + 1 < blocks.Count && blocks[index + 1] is { Language: "text", FollowsPrevious: true } expected)
        {
            Assert.True(
                Trimmed(expected.Text) == printed,
                $"{block} does not print what {expected} shows. It prints:\n{printed}");
        }
    }

    private static string Trimmed(string text) =>
        string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd())).TrimEnd();
}
