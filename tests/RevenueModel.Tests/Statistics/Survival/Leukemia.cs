using RevenueModel.Statistics;

namespace RevenueModel.Tests.Statistics.Survival;

/// <summary>Weeks of remission in acute myelogenous leukemia, with and without maintenance chemotherapy (Miller,
/// Survival Analysis, 1981, page 49; the data set aml of the R package survival).</summary>
internal static class Leukemia
{
    public static SurvivalTable Maintained { get; } = Table(9, 13, -13, 18, 23, -28, 31, 34, -45, 48, -161);

    public static SurvivalTable NotMaintained { get; } = Table(5, 5, 8, 8, 12, -16, 23, 27, 30, 33, 43, 45);

    // A negative number is a censored time.
    private static SurvivalTable Table(params int[] weeks) => SurvivalTableCalculator.Tabulate(
        weeks.Select(week => new SurvivalSubject { Time = Math.Abs(week), Cause = week > 0 ? 1 : 0 }));
}
