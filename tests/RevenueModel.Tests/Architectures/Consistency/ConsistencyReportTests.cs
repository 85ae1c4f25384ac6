using RevenueModel.Architectures;
using RevenueModel.Primitives;
using RevenueModel.Tests.Helpers;
using RevenueModel.Tests.Packages;

namespace RevenueModel.Tests.Architectures;

public class ConsistencyReportTests
{
    private static readonly ConsistencyReport Ipaas = ConsistencyCalculator.Review(PublishedArchitectures.Ipaas2027);

    public static TheoryData<ConsistencyRule> EachRule => [.. Enum.GetValues<ConsistencyRule>()];

    [Fact]
    public void EachCheckHasOneVerdictAndOneRule()
    {
        Assert.Equal(
            Ipaas.Checks.Count,
            Enum.GetValues<ConsistencyVerdict>().Sum(verdict => Ipaas.ChecksWith(verdict).Count));
        Assert.Equal(
            Ipaas.Checks, Enum.GetValues<ConsistencyRule>().SelectMany(rule => Ipaas.ChecksOf(rule)).ToValueList());
        Assert.Equal(Ipaas.ChecksWith(ConsistencyVerdict.Contradicts), Ipaas.Contradictions);
    }

    [Fact]
    public void ArithmeticHasTheFormulaInNumbersAndTheStatedFigure() => Assert.Equal(
        "95% - 78% = 17 points; stated gap: 18-28 points",
        Ipaas.ChecksOf(ConsistencyRule.RetentionGap)[0].Arithmetic());

    [Fact]
    public void FormulaHasTheNamesOfTheFigures() => Assert.Equal(
        "gap = renewal retention under predictable tiers with overage protection - "
            + "renewal retention under pure per-operation usage",
        Ipaas.ChecksOf(ConsistencyRule.RetentionGap)[0].Formulas());

    [Fact]
    public void FormulaCanUseTheEndsOfAFigure()
    {
        var check = new ConsistencyCheck
        {
            Rule = ConsistencyRule.CustomersTimesAcv,
            Subject = "any",
            Verdict = ConsistencyVerdict.Note,
            Printed =
            [
                new PrintedFigure { Name = "customers", Value = Band.Between(2m, 3m) },
                new PrintedFigure { Name = "ACV", Value = Band.AtLeast(5m), Unit = FigureUnit.Money },
            ],
            Implied =
            [
                new ImpliedFigure { Name = "least", Value = Band.Between(10m, 10m), Formula = "{0:low} × {1:low}" },
                new ImpliedFigure { Name = "most", Formula = "{0:high} × {1:high}" },
            ],
        };

        Assert.Equal("2 × 5 = 10; 3 × open = none", check.Arithmetic());
        Assert.Equal(
            "least = low end of customers × low end of ACV; most = high end of customers × high end of ACV",
            check.Formulas());
    }

    [Fact]
    public void MarkdownHasARowPerCheckAndEscapesNames()
    {
        ConsistencyReport report = ConsistencyCalculator.Review(
            new RevenueArchitecture
            {
                Name = "Any",
                Lists =
                [
                    new ListBySection
                    {
                        Subject = "<b>|*a*|</b> & \\",
                        Lists =
                        [
                            new SectionList { Section = "1\n2", Names = ["x"] },
                            new SectionList { Section = "2", Names = ["[y](z)"] },
                        ],
                    },
                ],
            });

        string[] rows = report.ToMarkdown().Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(report.Checks.Count + 2, rows.Length);
        Assert.All(rows, row => Assert.Equal(
            6, row.Replace("\\\\", "", StringComparison.Ordinal).Replace("\\|", "", StringComparison.Ordinal)
                .Count(letter => letter == '|')));
        Assert.Contains("| &lt;b&gt;\\|\\*a\\*\\|&lt;/b&gt; &amp; \\\\ |", report.ToMarkdown());
        Assert.DoesNotContain('<', report.ToMarkdown());
    }

    [Fact]
    public void TextIsTheSameInEachCulture()
    {
        string text = Ipaas.ToText();
        foreach (string culture in Culture.Names)
        {
            Assert.Equal(text, Culture.In(culture, Ipaas.ToText));
        }
    }

    [Fact]
    public void ReportCountsItsChecks()
    {
        Assert.Equal("None: 0 checks", new ConsistencyReport { Name = "None" }.ToString());
        Assert.Equal(
            "One: 1 check: 1 contradicts",
            (new ConsistencyReport { Name = "One", Checks = [Ipaas.Contradictions[0]] }).ToString());
        Assert.StartsWith("iPaaS 2027: ", Ipaas.ToString());
    }

    [Theory, MemberData(nameof(EachRule))]
    public void EachRuleHasItsLawInASentence(ConsistencyRule rule)
    {
        string law = new ConsistencyCheck { Rule = rule, Subject = "any", Verdict = default }.Law;

        Assert.EndsWith(".", law);
        Assert.Single(
            Enum.GetValues<ConsistencyRule>(),
            other => new ConsistencyCheck { Rule = other, Subject = "any", Verdict = default }.Law == law);
        Assert.Contains($"`{rule}`", File.ReadAllText(Repository.PathOf("docs", "consistency.md")));
        Assert.Contains(law.Replace(" | ", " \\| "), File.ReadAllText(Repository.PathOf("docs", "consistency.md")));
    }

    // A rule that names a vendor or a segment would hold for one document alone.
    [Fact]
    public void NoRuleNamesAPublishedVendorOrSegment()
    {
        string folder = Repository.PathOf("src", "RevenueModel", "Architectures", "Consistency");
        string[] sources = [.. Repository.FilesUnder(folder, "*.cs").Select(File.ReadAllText)];
        IEnumerable<string> names =
            from architecture in (RevenueArchitecture[])
                [PublishedArchitectures.IndustrialIot2027, PublishedArchitectures.Ipaas2027,
                    PublishedArchitectures.OtSecurity2027]
            from name in architecture.Segmentation.Segments.Select(one => one.Name)
                .Concat(architecture.Market!.Vendors.Select(one => one.Name))
                .Concat(architecture.CompPlans.Select(one => one.Role))
                .Concat(architecture.PartnerKinds.Select(one => one.Name))
                .Concat(architecture.NrrDisclosed.Select(one => one.Vendor))
            where name.Length > 4
            select name;

        Assert.All(names, name => Assert.DoesNotContain(
            sources, source => source.Contains(name, StringComparison.Ordinal)));
    }
}
