using FsCheck;
using FsCheck.Xunit;
using RevenueModel.Retention;

namespace RevenueModel.Tests.Retention.Lifetimes;

public class RenewalCountsTests
{
    [Property]
    public bool WholeAndOtherCountsAreFoldedToTheSameSums(NonEmptyArray<ushort[]> draws, bool isHalved, bool isLarge)
    {
        decimal factor = (isLarge ? 10_000_000_000_000m : 1m) / (isHalved ? 2m : 1m);
        RenewalCohort[] cohorts =
        [
            .. draws.Get.Select(counts => RenewalCohort.Of(
                [.. counts.Append((ushort)65_535).OrderDescending().Select(count => count * factor)])),
        ];
        RenewalCounts folded = RenewalCounts.Of(cohorts, nameof(cohorts));
        decimal exposure = 0m;
        decimal renewals = 0m;
        bool areEqual = folded.Customers == cohorts.Sum(cohort => cohort.Customers[0]);
        for (int i = 0; i < folded.Periods; i++)
        {
            RenewalCohort[] reached = [.. cohorts.Where(cohort => cohort.Customers.Count > i + 1)];
            decimal atRisk = reached.Sum(cohort => cohort.Customers[i]);
            decimal renewed = reached.Sum(cohort => cohort.Customers[i + 1]);
            areEqual &= folded.AtRisk[i] == (double)atRisk
                && folded.Renewed[i] == (double)renewed
                && folded.Started[i] == (double)reached.Sum(cohort => cohort.Customers[0]);
            exposure += atRisk;
            renewals += renewed;
        }

        return areEqual
            && folded.Exposure == (double)exposure
            && folded.Lost == (double)(exposure - renewals);
    }

    [Fact]
    public void CohortsAreEqualByTheirCounts()
    {
        RenewalCohort[] cohorts = [RenewalCohort.Of(1000, 869), RenewalCohort.Of(1000.0m, 869m)];

        Assert.Equal(cohorts[0], cohorts[1]);
        Assert.Equal(cohorts[0].GetHashCode(), cohorts[1].GetHashCode());
        Assert.NotEqual(cohorts[0], RenewalCohort.Of(1000, 868.5m));
    }
}
