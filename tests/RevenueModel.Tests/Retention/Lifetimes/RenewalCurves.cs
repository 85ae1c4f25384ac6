using RevenueModel.Retention;

namespace RevenueModel.Tests.Retention.Lifetimes;

/// <summary>Survivors of 1,000 customers by year (Fader and Hardie, How to project customer retention, Journal of
/// Interactive Marketing 21, 2007, table 1).</summary>
internal static class RenewalCurves
{
    private static readonly decimal[] HighEndSurvivors =
        [1000, 869, 743, 653, 593, 551, 517, 491, 468, 445, 427, 409, 394];

    private static readonly decimal[] RegularSurvivors =
        [1000, 631, 468, 382, 326, 289, 262, 241, 223, 207, 194, 183, 173];

    public static RenewalCohort HighEnd(int renewals) => RenewalCohort.Of(HighEndSurvivors.Take(renewals + 1));

    public static RenewalCohort Regular(int renewals) => RenewalCohort.Of(RegularSurvivors.Take(renewals + 1));

    public static double Observed(bool isHighEnd, int year) =>
        (double)(isHighEnd ? HighEndSurvivors : RegularSurvivors)[year] / 1000;
}
