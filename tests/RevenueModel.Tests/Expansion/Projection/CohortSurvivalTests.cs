using RevenueModel.Expansion;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Expansion;

public class CohortSurvivalTests
{
    [Fact]
    public void EachSurvivalHasItsShares()
    {
        Assert.Equal(1, CohortSurvival.Full.Share(1_200));
        Assert.Equal(0.9216, CohortSurvival.Yearly(0.96).Share(24), 1e-15);
        Assert.Equal(Math.Pow(0.96, 0.5), CohortSurvival.Yearly(0.96).Share(6), 1e-14);
        Assert.Equal(1, CohortSurvival.AtRenewals(0.95).Share(11));
        Assert.Equal(0.95, CohortSurvival.AtRenewals(0.95).Share(12));
        Assert.Equal(0.95, CohortSurvival.AtRenewals(0.95, termMonths: 36).Share(71));
        Assert.Equal(0.8, CohortSurvival.Monthly(0.9, 0.8).Share(2));
        Assert.Equal(2, CohortSurvival.Monthly(0.9, 0.8).LastMonth);
        Assert.Null(CohortSurvival.Full.LastMonth);
    }

    [Fact]
    public void SurvivalsPrintTheirTerms()
    {
        Assert.Equal("96% survive a year", CohortSurvival.Yearly(0.96).ToString());
        Assert.Equal("95% survive a renewal each 12 months", CohortSurvival.AtRenewals(0.95).ToString());
        Assert.Equal("80% survive 2 months", CohortSurvival.Monthly(0.9, 0.8).ToString());
    }

    [Fact]
    public void SharesThatRiseAreRefused()
    {
        Refusal.With(
            "shares was 0.95 in month 2; a share above 0 and at most 0.9, that of the month before, is expected.",
            () => CohortSurvival.Monthly(0.9, 0.95));
        Refusal.Any<ArgumentException>(() => CohortSurvival.Monthly(Array.Empty<double>()));
        Refusal.Any<ArgumentException>(() => CohortSurvival.Yearly(96));
        Refusal.Any<ArgumentException>(() => CohortSurvival.Yearly(double.NaN));
        Refusal.Any<ArgumentException>(() => CohortSurvival.AtRenewals(0.95, 0));
        Refusal.With(
            "month was 3; a month of the survival, 0 to 2, is expected.",
            () => CohortSurvival.Monthly(0.9, 0.8).Share(3));
    }
}
