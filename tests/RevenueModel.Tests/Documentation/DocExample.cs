using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RevenueModel.Tests.Packages;

namespace RevenueModel.Tests.Documentation;

/// <summary>
/// The code of an <c>example</c> element, as a program. A comment behind a <c>Console.WriteLine</c> is the line that
/// it prints.
/// </summary>
internal sealed class DocExample
{
    private DocExample(PublicMember member, XElement code)
    {
        FileLinePositionSpan place = member.Symbol.Locations[0].GetLineSpan();
        File = Repository.Relative(place.Path);
        Member = member;
        Code = Dedent(code.Value);
        Block = new FencedBlock
        {
            Page = File,
            Line = place.StartLinePosition.Line + 1,
            EndLine = place.StartLinePosition.Line + 1,
            Language = "csharp",
            Options = [],
            Text = string.Join(' ', UsingsOf(member)) + "\n" + Code,
            FollowsPrevious = false,
        };
    }

    public static IEnumerable<DocExample> All =>
        from member in PublicSurface.All
        from example in member.All("example")
        from code in example.Elements("code")
        select new DocExample(member, code);

    public PublicMember Member { get; }

    /// <summary>The source file, as a message shows it.</summary>
    public string File { get; }

    public string Code { get; }

    /// <summary>The code with the usings of its source file, its room, NodaTime and the primitives.</summary>
    public FencedBlock Block { get; }

    /// <summary>The number of lines of the code.</summary>
    public int LineCount => Code.Split('\n').Length;

    /// <summary>The calls of <c>Console.WriteLine</c> without a comment behind them.</summary>
    public IEnumerable<string> PrintsWithoutComment =>
        Prints.Where(static print => ExpectedOf(print) is null).Select(static print => print.ToString());

    /// <summary>The lines that the comments state, in order.</summary>
    public IReadOnlyList<string> Expected => [.. Prints.Select(ExpectedOf).OfType<string>()];

    private IEnumerable<ExpressionStatementSyntax> Prints =>
        CSharpSyntaxTree.ParseText(Code).GetRoot()
            .DescendantNodes()
            .OfType<ExpressionStatementSyntax>()
            .Where(static statement => statement.Expression is InvocationExpressionSyntax
            {
                Expression: MemberAccessExpressionSyntax
                {
                    Expression: IdentifierNameSyntax { Identifier.Text: "Console" },
                    Name.Identifier.Text: "WriteLine",
                },
            });

    public override string ToString() => Member.ToString();

    private static string? ExpectedOf(ExpressionStatementSyntax print) =>
        print.GetTrailingTrivia()
            .Where(static trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia))
            .Select(static trivia => trivia.ToString()[2..].Trim())
            .FirstOrDefault();

    private static IEnumerable<string> UsingsOf(PublicMember member)
    {
        SyntaxNode source = member.Symbol.DeclaringSyntaxReferences[0].SyntaxTree.GetRoot();
        IEnumerable<string> namespaces = source.DescendantNodes()
            .OfType<UsingDirectiveSyntax>()
            .Select(static directive => directive.NamespaceOrType.ToString())
            .Where(static name => name.StartsWith(nameof(RevenueModel), StringComparison.Ordinal));
        // The source of Compensation.Analysis sees Compensation without a using.
        string room = string.Join('.', member.Namespace.Split('.').Take(2));
        return namespaces.Concat([room, member.Namespace, "RevenueModel.Primitives", "NodaTime"])
            .Distinct()
            .Select(static name => $"using {name};");
    }

    private static string Dedent(string text)
    {
        List<string> lines = [.. text.ReplaceLineEndings("\n").Split('\n').Select(static line => line.TrimEnd())];
        lines.RemoveAll(string.IsNullOrEmpty);
        int indent = lines.Count == 0 ? 0 : lines.Min(static line => line.Length - line.TrimStart().Length);
        return string.Join('\n', lines.Select(line => line[indent..]));
    }
}
