using RevenueModel.Primitives;
using RevenueModel.Statistics;

namespace RevenueModel.Tests.Generators;

/// <summary>Subjects with many equal times, weights, late entries and up to three causes.</summary>
public sealed record SurvivalBook(ValueList<SurvivalSubject> Subjects)
{
    public SurvivalTable Table => SurvivalTableCalculator.Tabulate(Subjects);

    /// <summary>The same subjects without censoring, weights and late entries.</summary>
    public SurvivalBook Complete() => new(
        Subjects.Select(subject => new SurvivalSubject { Time = subject.Time, Cause = Math.Max(subject.Cause, 1) })
            .ToValueList());
}
