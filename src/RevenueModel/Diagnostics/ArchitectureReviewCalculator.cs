using Ardalis.GuardClauses;
using RevenueModel.Architectures;
using RevenueModel.Primitives;

namespace RevenueModel.Diagnostics;

/// <summary>Reviews a revenue architecture and its data: what is broken, what it costs per year, and what to
/// do.</summary>
/// <remarks>The deals are counted in one pass for all rules.</remarks>
public static class ArchitectureReviewCalculator
{
    /// <summary>Reviews an architecture and its data by the rules of the library.</summary>
    /// <param name="architecture">The architecture.</param>
    /// <param name="data">The data. A rule whose data is not given is reported as not evaluated.</param>
    /// <param name="options">The options. Default: all rules, and the figures of the architecture alone.</param>
    /// <returns>The findings with evidence, costs and remedies; the severe ones first.</returns>
    /// <exception cref="ArgumentException">A record is null or not valid, a disabled rule is not known, or a sum
    /// exceeds the range of a decimal.</exception>
    /// <example><code>
    /// var data = new ReviewData { AsOf = new(2027, 1, 1) };
    /// var review = ArchitectureReviewCalculator.Review(PublishedArchitectures.Ipaas2027, data);
    /// ReviewFinding finding = review.FindingsOf(ReviewRuleIds.CoverageBelowQuota)[0];
    /// Console.WriteLine(finding.Evidence[2]); // share of quota that closes: 74.8%
    /// </code></example>
    public static ArchitectureReview Review(
        RevenueArchitecture architecture, ReviewData data, ReviewOptions? options = null) =>
        Review(architecture, data, [], options);

    /// <summary>Reviews an architecture and its data by the rules of the library and by custom rules.</summary>
    /// <param name="architecture">The architecture.</param>
    /// <param name="data">The data. A rule whose data is not given is reported as not evaluated.</param>
    /// <param name="customRules">The custom rules, evaluated after those of the library; each id once.</param>
    /// <param name="options">The options. Default: all rules, and the figures of the architecture alone.</param>
    /// <returns>The findings with evidence, costs and remedies; the severe ones first.</returns>
    /// <exception cref="ArgumentException">A record is null or not valid, a rule has the id of another one or returns
    /// a finding with another id, a disabled rule is not known, or a sum exceeds the range of a decimal.</exception>
    public static ArchitectureReview Review(
        RevenueArchitecture architecture,
        ReviewData data,
        ReadOnlySpan<IReviewRule> customRules,
        ReviewOptions? options = null)
    {
        Guard.Against.Null(architecture);
        Guard.Against.Null(data);
        ReviewOptions applied = options ?? new ReviewOptions();
        IReviewRule[] rules = RulesOf(customRules, applied);
        ReviewContext context = Refuse(
            () => new ReviewContext(architecture, data, applied), "A record", nameof(data));
        var findings = new List<ReviewFinding>();
        var evaluated = new List<string>();
        var skipped = new List<SkippedRule>();
        foreach (IReviewRule rule in rules)
        {
            if (applied.DisabledRules.Contains(rule.Id, StringComparer.Ordinal))
            {
                skipped.Add(new SkippedRule { Rule = rule.Id, Reason = "switched off" });
            }
            else if (Missing(rule, context) is { } missing)
            {
                skipped.Add(new SkippedRule { Rule = rule.Id, Reason = missing });
            }
            else
            {
                evaluated.Add(rule.Id);
                findings.AddRange(FindingsOf(rule, context, nameof(customRules)));
            }
        }

        return new ArchitectureReview
        {
            Name = architecture.Name,
            AsOf = data.AsOf,
            Findings = findings.OrderByDescending(static finding => finding.Severity).ToValueList(),
            EvaluatedRules = evaluated.ToValueList(),
            SkippedRules = skipped.ToValueList(),
            Deals = context.DealCoverage,
        };
    }

    /// <inheritdoc cref="Review(RevenueArchitecture, ReviewData, ReadOnlySpan{IReviewRule}, ReviewOptions?)"/>
    public static ArchitectureReview Review(
        RevenueArchitecture architecture,
        ReviewData data,
        IEnumerable<IReviewRule> customRules,
        ReviewOptions? options = null) => Review(architecture, data, customRules.AsItems(), options);

    private static IReviewRule[] RulesOf(ReadOnlySpan<IReviewRule> customRules, ReviewOptions options)
    {
        IReviewRule[] rules = [.. ReviewRules.All, .. customRules];
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (IReviewRule rule in rules)
        {
            string id = Guard.Against.Blank(Guard.Against.Null(rule, nameof(customRules)).Id, nameof(customRules));
            if (!ids.Add(id))
            {
                throw new ArgumentException(
                    Invariant($"customRules had \"{id}\" twice; each rule has its own id."), nameof(customRules));
            }
        }

        foreach (string disabled in options.DisabledRules)
        {
            if (!ids.Contains(disabled))
            {
                throw new ArgumentException(
                    Invariant($"options had the disabled rule \"{disabled}\"; one of these is expected: ")
                        + string.Join(", ", rules.Select(static rule => rule.Id)) + ".",
                    nameof(options));
            }
        }

        return rules;
    }

    private static string? Missing(IReviewRule rule, ReviewContext context) => rule is ReviewRule
        ? Refuse(() => rule.FindMissing(context), NameOf(rule), "data")
        : rule.FindMissing(context);

    private static ReviewFinding[] FindingsOf(IReviewRule rule, ReviewContext context, string name) =>
        rule is ReviewRule
        ? Refuse(() => rule.FindAll(context).ToArray(), NameOf(rule), "data")
        : [.. rule.FindAll(context).Select(finding => Own(finding, rule, name))];

    private static string NameOf(IReviewRule rule) => Invariant($"Rule \"{rule.Id}\"");

    // A calculator that a rule calls names its own parameter; the caller of a review knows its data.
    private static T Refuse<T>(Func<T> evaluate, string subject, string name)
    {
        try
        {
            return evaluate();
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow(subject, name, overflow);
        }
        catch (ArgumentException refused) when (refused.ParamName is not ("architecture" or "data"))
        {
            throw DomainGuards.Within(subject, refused, name);
        }
    }

    private static ReviewFinding Own(ReviewFinding finding, IReviewRule rule, string name) =>
        string.Equals(Guard.Against.Null(finding, name).Rule, rule.Id, StringComparison.Ordinal)
            ? finding
            : throw new ArgumentException(
                Invariant($"{name} had rule \"{rule.Id}\" with a finding of \"{finding.Rule}\"; ")
                    + "findings with the id of the rule are expected.",
                name);
}
