using RevenueModel.Primitives;

namespace RevenueModel.Architectures;

/// <summary>Collects the checks of a review.</summary>
internal sealed class CheckList
{
    private readonly List<ConsistencyCheck> _checks = [];

    /// <summary>Adds a check.</summary>
    public void Add(
        ConsistencyRule rule,
        string subject,
        ConsistencyVerdict verdict,
        ValueList<PrintedFigure> printed,
        ValueList<ImpliedFigure> implied = default) => _checks.Add(new ConsistencyCheck
        {
            Rule = rule,
            Subject = subject,
            Verdict = verdict,
            Printed = printed,
            Implied = implied,
        });

    /// <summary>Returns the checks in the order of the rules; checks of one rule keep their order.</summary>
    public ConsistencyReport ToReport(string name) => new()
    {
        Name = name,
        Checks = _checks.OrderBy(static check => check.Rule).ToValueList(),
    };
}
