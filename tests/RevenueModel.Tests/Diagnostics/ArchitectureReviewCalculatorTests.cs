using System.Globalization;
using System.Net;
using System.Text;
using FsCheck;
using FsCheck.Xunit;
using RevenueModel.Architectures;
using RevenueModel.Diagnostics;
using RevenueModel.Primitives;

namespace RevenueModel.Tests.Diagnostics;

public class ArchitectureReviewCalculatorTests
{
    [Fact]
    public void ASoundCompanyHasNoFindingAndNoSkippedRule()
    {
        ArchitectureReview review = SoundCompany.Review();

        Assert.Empty(review.Findings);
        Assert.Empty(review.SkippedRules);
        Assert.Equal(ReviewRules.All.Select(static rule => rule.Id), review.EvaluatedRules);
        Assert.Null(review.TotalCostPerYear);
        Assert.Null(review.SumOfCostsPerYear);
        Assert.Equal("Northwind Controls on 2027-01-01: 0 findings", review.ToString());
    }

    [Fact]
    public void EachRuleHasItsOwnIdAndAConstant()
    {
        var constants = typeof(ReviewRuleIds).GetFields()
            .Select(static field => (string)field.GetRawConstantValue()!)
            .Order(StringComparer.Ordinal);

        Assert.Equal(constants, ReviewRules.All.Select(static rule => rule.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void WithoutDataEachRuleThatNeedsSomeSaysWhat()
    {
        ArchitectureReview review = ArchitectureReviewCalculator.Review(
            new RevenueArchitecture { Name = "Empty" }, new ReviewData { AsOf = SoundCompany.Today });

        Assert.Equal(
            [ReviewRuleIds.MissingFigures, ReviewRuleIds.InconsistentFigures], review.EvaluatedRules);
        Assert.Equal(ReviewRules.All.Count - 2, review.SkippedRules.Count);
        Assert.All(review.SkippedRules, static rule => Assert.StartsWith(
            rule.Reason[..2] == "fe" ? "fewer" : "no ", rule.Reason, StringComparison.Ordinal));
    }

    [Fact]
    public void ADisabledRuleIsNotEvaluatedAndIsReported()
    {
        var options = new ReviewOptions { DisabledRules = [ReviewRuleIds.CoverageBelowQuota] };
        ArchitectureReview review = ArchitectureReviewCalculator.Review(
            PublishedArchitectures.Ipaas2027, new ReviewData { AsOf = SoundCompany.Today }, options);

        Assert.Empty(review.FindingsOf(ReviewRuleIds.CoverageBelowQuota));
        Assert.Contains(
            new SkippedRule { Rule = ReviewRuleIds.CoverageBelowQuota, Reason = "switched off" },
            review.SkippedRules);
    }

    [Fact]
    public void AnUnknownDisabledRuleIsRefusedByName()
    {
        var refused = Assert.Throws<ArgumentException>(() => SoundCompany.Review(
            options: new ReviewOptions { DisabledRules = ["coverage"] }));

        Assert.Equal("options", refused.ParamName);
        Assert.Contains("\"coverage\"", refused.Message, StringComparison.Ordinal);
        Assert.Contains(ReviewRuleIds.CoverageBelowQuota, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void CustomRulesAreEvaluatedAndCanBeSwitchedOff()
    {
        IReviewRule[] rules = [new LateRule("late-deals", "late-deals")];
        ArchitectureReview review = ArchitectureReviewCalculator.Review(
            SoundCompany.Architecture, SoundCompany.Data, rules);
        ArchitectureReview without = ArchitectureReviewCalculator.Review(
            SoundCompany.Architecture,
            SoundCompany.Data,
            rules.ToList(),
            new ReviewOptions { DisabledRules = ["late-deals"] });

        Assert.Equal("late-deals", Assert.Single(review.Findings).Rule);
        Assert.Equal(Band.Between(5m, 10m), review.TotalCostPerYear);
        Assert.Empty(without.Findings);
    }

    [Theory]
    [InlineData("late-deals", "other")]
    [InlineData(ReviewRuleIds.AcvGap, ReviewRuleIds.AcvGap)]
    [InlineData(" ", " ")]
    public void ARuleWithAnotherIdIsRefused(string id, string idOfFinding)
    {
        var refused = Assert.Throws<ArgumentException>(() => ArchitectureReviewCalculator.Review(
            SoundCompany.Architecture, SoundCompany.Data, [new LateRule(id, idOfFinding)]));

        Assert.Equal("customRules", refused.ParamName);
    }

    [Theory]
    [InlineData("<script>alert(1)</script> | *a* _b_ `c` [d](e) ~f~ {g}")]
    [InlineData("# not a heading")]
    [InlineData("1. not a list")]
    [InlineData("- not a list\n# h\r\n> q")]
    [InlineData("\\*a\\* & <b> \"c\" 'd'")]
    public void NamesFromFilesAreEscapedInMarkdown(string name)
    {
        ReviewFinding finding = Finding("rule", Claim("a", 1m)) with { Subject = name, Remedy = name };
        string markdown = finding.ToMarkdown();
        string subject = markdown.Split('\n')[0]["## Title: ".Length..];

        Assert.Equal(
            name.ReplaceLineEndings(" "), Read(subject).Replace("  ", " ", StringComparison.Ordinal));
        Assert.Equal(5, markdown.TrimEnd('\n').Split('\n').Length);
    }

    // Reads a text as Markdown does: each special character is escaped, or the test fails.
    private static string Read(string markdown)
    {
        var text = new StringBuilder();
        for (int i = 0; i < markdown.Length; i++)
        {
            char c = markdown[i];
            Assert.DoesNotContain(c, "<>|*_`[]~");
            text.Append(c == '\\' ? markdown[++i] : c);
        }

        return WebUtility.HtmlDecode(text.ToString());
    }

    [Fact]
    public void AReviewPrintsAsTextAndAsMarkdown()
    {
        ArchitectureReview review = Review(
            Finding("one", Claim("a", 100m), Claim("b", 50m)), Finding("two", Claim("a", 80m)));

        Assert.Contains("Cost a year: 200 of money × 50% = 100", review.ToText(), StringComparison.Ordinal);
        Assert.Contains("Cost a year, in total: 150", review.ToText(), StringComparison.Ordinal);
        Assert.Contains(
            "other money of a: 100 a year counts of 180, since one, two claim the same money",
            review.ToText(),
            StringComparison.Ordinal);
        Assert.Contains("150 a year in total (230 if shared money counted several times)", review.ToMarkdown(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void TheCostsOfOnePoolCountOnce()
    {
        ArchitectureReview review = Review(
            Finding("one", Claim("a", 100m), Claim("b", 50m)),
            Finding("two", Claim("a", 180m)),
            Finding("three", Claim("c", 7m)));

        Assert.Equal(Band.Between(237m, 237m), review.TotalCostPerYear);
        Assert.Equal(Band.Between(337m, 337m), review.SumOfCostsPerYear);
        CostOverlap overlap = Assert.Single(review.Overlaps);
        Assert.Equal(["one", "two"], overlap.Rules);
        Assert.Equal(Band.Between(180m, 180m), overlap.Counted);
        Assert.Equal(Band.Between(280m, 280m), overlap.Sum);
    }

    [Property]
    public bool TheTotalIsAtMostTheSumAndAtLeastEachPart(NonEmptyArray<Tuple<byte, byte, byte>> parts)
    {
        ReviewFinding[] findings =
        [
            .. parts.Get.Select((part, i) => Finding(
                "r" + i.ToString(CultureInfo.InvariantCulture),
                Claim("p" + (char)('a' + (part.Item1 % 3)), part.Item2, low: Math.Min(part.Item3, part.Item2)))),
        ];
        ArchitectureReview review = Review(findings);
        Band<decimal> total = review.TotalCostPerYear!.Value;
        Band<decimal> sum = review.SumOfCostsPerYear!.Value;
        return total.Min >= 0m
            && total.Min <= sum.Min
            && total.Max <= sum.Max
            && sum.Max == findings.Sum(static finding => finding.CostPerYear!.Value.Max!.Value)
            && findings.All(finding => finding.CostPerYear!.Value.Max <= total.Max)
            && review.Overlaps.All(static overlap => overlap.Counted.Max <= overlap.Sum.Max);
    }

    [Property]
    public bool TheOrderOfFindingsDoesNotChangeTheTotal(NonEmptyArray<Tuple<byte, byte>> parts)
    {
        ReviewFinding[] findings =
        [
            .. parts.Get.Select((part, i) => Finding(
                "r" + i.ToString(CultureInfo.InvariantCulture),
                Claim("p" + (char)('a' + (part.Item1 % 3)), part.Item2))),
        ];
        ReviewFinding[] reversed = [.. findings.Reverse()];
        return Review(findings).TotalCostPerYear == Review(reversed).TotalCostPerYear;
    }

    [Fact]
    public void TwoCostsOfOnePoolAreRefused()
    {
        var refused = Assert.Throws<ArgumentException>(() => Finding("one", Claim("a", 1m), Claim("a", 2m)));

        Assert.Contains("other money of a", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void CostsBeyondADecimalAreRefusedByName()
    {
        ReviewFinding huge = Finding("one", Claim("a", decimal.MaxValue / 2m));

        Assert.Contains(
            "The sum of the costs",
            Assert.Throws<ArgumentException>(
                () => Review(huge, huge with { Rule = "two" }, huge with { Rule = "three" })).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "Costs",
            Assert.Throws<ArgumentException>(() => Finding(
                "one", Claim("a", decimal.MaxValue / 2m), Claim("b", decimal.MaxValue / 2m),
                Claim("c", decimal.MaxValue / 2m))).Message,
            StringComparison.Ordinal);
    }

    private static ArchitectureReview Review(params ReviewFinding[] findings) => new()
    {
        Name = "Northwind Controls", AsOf = SoundCompany.Today, Findings = [.. findings],
    };

    private static ReviewFinding Finding(string rule, params CostClaim[] costs) => new()
    {
        Rule = rule,
        Title = "Title",
        Subject = "Subject",
        Severity = ReviewSeverity.Warning,
        Costs = [.. costs],
        Remedy = "Mend it.",
    };

    private static CostClaim Claim(string pool, decimal amount, decimal? low = null) => new()
    {
        Pool = CostPool.Of(CostPoolKind.Other, pool),
        BaseName = "of money",
        Base = amount * (amount < 1e20m ? 2m : 1m),
        Share = amount < 1e20m && amount > 0m
            ? Band.Between((low ?? amount) / (2m * amount), 0.5m)
            : Band.Between(1m, 1m),
    };

    private sealed class LateRule(string id, string idOfFinding) : IReviewRule
    {
        public string Id => id;

        public string? FindMissing(ReviewContext context) =>
            context.DealCoverage.Count == 0 ? "no deals" : null;

        public IEnumerable<ReviewFinding> FindAll(ReviewContext context) =>
            [Finding(idOfFinding, Claim("late deals", 10m, low: 5m))];
    }
}
