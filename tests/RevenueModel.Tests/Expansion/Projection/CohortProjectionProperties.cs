using FsCheck.Xunit;
using NodaTime;
using RevenueModel.Expansion;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Expansion;

/// <summary>Projections of random bases compared with one that goes account by account.</summary>
public class CohortProjectionProperties
{
    private const int Months = 36;

    private static readonly YearMonth AsOf = new(2027, 6);
    private static readonly ExpansionCurve Curve =
        ExpansionCurve.Years([1.0, 1.5, 2.2], CurveInterpolation.Monotone, CurveEnd.Held);

    [Property(MaxTest = 50)]
    public bool AccountByAccountComesToTheSame(int seed)
    {
        InstalledCohort[] accounts = Accounts(seed);
        CohortSurvival survival = Survival(seed);
        CohortProjection projection = CohortProjectionCalculator.Project(Curve, survival, accounts, AsOf, Months);
        return projection.Months.Index().All(line =>
        {
            double arr = accounts.Sum(account => ArrAfter(account, survival, line.Index));
            double before = accounts.Sum(account => ArrAfter(account, survival, line.Index - 12));
            return Near(line.Item.Arr, arr)
                && (line.Index < 12 ? line.Item.Nrr is null : Near(line.Item.Nrr!.Value, arr / before));
        });
    }

    [Property(MaxTest = 50)]
    public bool AnyGroupingAndOrderHasTheSameBits(int seed)
    {
        InstalledCohort[] accounts = Accounts(seed);
        CohortSurvival survival = Survival(seed);
        InstalledCohort[] grouped =
        [
            .. accounts.GroupBy(account => account.Start)
                .Select(group => InstalledCohort.Of(group.Key, group.Sum(account => account.Arr))),
        ];
        var destination = new double[Months + 1];
        CohortProjectionCalculator.ArrByMonth(
            Curve,
            survival,
            [.. accounts.Select(account => Age(account))],
            [.. accounts.Select(account => account.Arr)],
            destination);
        CohortProjection one = CohortProjectionCalculator.Project(Curve, survival, accounts, AsOf, Months);
        return one.Equals(CohortProjectionCalculator.Project(Curve, survival, accounts.Reverse(), AsOf, Months))
            && one.Equals(CohortProjectionCalculator.Project(Curve, survival, grouped, AsOf, Months))
            && one.Months.Select(month => month.Arr).SequenceEqual(destination);
    }

    [Property(MaxTest = 50)]
    public bool GrossRetentionIsAtMostOneAndAtMostNet(int seed)
    {
        CohortProjection projection =
            CohortProjectionCalculator.Project(Curve, Survival(seed), Accounts(seed), AsOf, Months);
        return projection.Months.Skip(12).All(month =>
            month.Grr <= 1 + 1e-12 && month.Grr <= month.Nrr * (1 + 1e-12));
    }

    [Property(MaxTest = 50)]
    public bool SurvivalNeverRises(int seed)
    {
        CohortSurvival survival = Survival(seed);
        return Enumerable.Range(0, 100).All(month => survival.Share(month + 1) <= survival.Share(month));
    }

    private static double ArrAfter(InstalledCohort account, CohortSurvival survival, int months)
    {
        int age = Age(account);
        int later = age + Math.Max(months, 0);
        return (double)account.Arr
            * (ExpansionCurveCalculator.Value(Curve, later) * survival.Share(later))
            / (ExpansionCurveCalculator.Value(Curve, age) * survival.Share(age));
    }

    private static int Age(InstalledCohort account) =>
        ((AsOf.Year - account.Start.Year) * 12) + AsOf.Month - account.Start.Month;

    private static InstalledCohort[] Accounts(int seed)
    {
        var dice = new SplitMix64((ulong)seed);
        return
        [
            .. Enumerable.Range(0, 1 + (int)(dice.Next() % 60)).Select(_ => InstalledCohort.Of(
                AsOf.PlusMonths(-(int)(dice.Next() % 60)), (1 + (dice.Next() % 10_000_000)) / 100m)),
        ];
    }

    private static CohortSurvival Survival(int seed)
    {
        var dice = new SplitMix64((ulong)seed + 1);
        double share = 1;
        return (dice.Next() % 4) switch
        {
            0 => CohortSurvival.Full,
            1 => CohortSurvival.Yearly(0.5 + (dice.NextOpen() / 2)),
            2 => CohortSurvival.AtRenewals(0.5 + (dice.NextOpen() / 2), 1 + (int)(dice.Next() % 24)),
            _ => CohortSurvival.Monthly(Enumerable.Range(0, 120).Select(_ => share *= 1 - (dice.NextOpen() / 20))),
        };
    }

    private static bool Near(double one, double other) => Math.Abs(one - other) <= 1e-11 * Math.Abs(other);
}
