using System.Numerics;

namespace RevenueModel.Retention;

/// <summary>All cohorts folded into counts by age: who faced each renewal and who renewed.</summary>
/// <remarks>The likelihood of renewals depends on these counts only, so that its cost does not depend on the number of
/// cohorts.</remarks>
internal sealed class RenewalCounts
{
    private const long MostWhole = long.MaxValue / (LifetimeGuards.MaxPeriods + 1);

    private RenewalCounts(int periods)
    {
        AtRisk = new double[periods];
        Renewed = new double[periods];
        Started = new double[periods];
    }

    /// <summary>Gets the customers who faced renewal i + 1.</summary>
    public double[] AtRisk { get; }

    /// <summary>Gets the customers who renewed at renewal i + 1.</summary>
    public double[] Renewed { get; }

    /// <summary>Gets the customers at the start of the cohorts that have reached renewal i + 1.</summary>
    public double[] Started { get; }

    /// <summary>Gets the number of renewals that some customer faced.</summary>
    public int Periods => AtRisk.Length;

    /// <summary>Gets the customers at the start of all cohorts.</summary>
    public decimal Customers { get; private set; }

    /// <summary>Gets the customers who left.</summary>
    public double Lost { get; private set; }

    /// <summary>Gets whether customers left after the first renewal.</summary>
    public bool HasLaterLosses { get; private set; }

    /// <summary>Gets the renewals that customers faced.</summary>
    public double Exposure { get; private set; }

    /// <summary>Folds cohorts.</summary>
    public static RenewalCounts Of(ReadOnlySpan<RenewalCohort> cohorts, string name)
    {
        if (cohorts.IsEmpty)
        {
            throw new ArgumentException($"{name} had no cohort; at least one is expected.", name);
        }

        bool isWhole = true;
        long customers = 0;
        int periods = 0;
        for (int i = 0; i < cohorts.Length; i++)
        {
            RenewalCohort cohort = cohorts[i]
                ?? throw new ArgumentNullException(name, Invariant($"{name} had null at {i}; a cohort is expected."));
            ReadOnlySpan<long> whole = cohort.WholeCustomers;
            isWhole = isWhole && !whole.IsEmpty && (customers += whole[0]) <= MostWhole;
            periods = Math.Max(periods, isWhole ? Faced(whole) : Faced(cohort.Customers.AsSpan()));
        }

        var counts = new RenewalCounts(periods);
        if (isWhole)
        {
            counts.Customers = customers;
            counts.AddWhole(cohorts);
            return counts;
        }

        foreach (RenewalCohort cohort in cohorts)
        {
            counts.Customers += cohort.Customers[0];
        }

        counts.Add(cohorts);
        return counts;
    }

    /// <summary>Rejects cohorts of which no customer faced a renewal.</summary>
    public RenewalCounts RequireRenewals(string name) => Periods > 0
        ? this
        : throw new ArgumentException(
            $"{name} had counts at the start only; a count after a renewal is expected.", name);

    private static int Faced<T>(ReadOnlySpan<T> customers)
        where T : struct, INumber<T>
    {
        int faced = 0;
        while (faced < customers.Length - 1 && customers[faced] > T.Zero)
        {
            faced++;
        }

        return faced;
    }

    // The same sums for whole counts, whose total over all periods fits 64 bits.
    private void AddWhole(ReadOnlySpan<RenewalCohort> cohorts)
    {
        long exposure = 0;
        long renewals = 0;
        for (int i = 0; i < Periods; i++)
        {
            long atRisk = 0;
            long renewed = 0;
            long started = 0;
            foreach (RenewalCohort cohort in cohorts)
            {
                ReadOnlySpan<long> customers = cohort.WholeCustomers;
                if (i + 1 < customers.Length)
                {
                    atRisk += customers[i];
                    renewed += customers[i + 1];
                    started += customers[0];
                }
            }

            AtRisk[i] = atRisk;
            Renewed[i] = renewed;
            Started[i] = started;
            exposure += atRisk;
            renewals += renewed;
            HasLaterLosses |= i > 0 && renewed < atRisk;
        }

        Exposure = exposure;
        Lost = exposure - renewals;
    }

    // Sums are exact in decimal, so that the order of cohorts does not matter.
    private void Add(ReadOnlySpan<RenewalCohort> cohorts)
    {
        decimal exposure = 0m;
        decimal renewals = 0m;
        for (int i = 0; i < Periods; i++)
        {
            decimal atRisk = 0m;
            decimal renewed = 0m;
            decimal started = 0m;
            foreach (RenewalCohort cohort in cohorts)
            {
                if (i + 1 < cohort.Customers.Count)
                {
                    atRisk += cohort.Customers[i];
                    renewed += cohort.Customers[i + 1];
                    started += cohort.Customers[0];
                }
            }

            AtRisk[i] = (double)atRisk;
            Renewed[i] = (double)renewed;
            Started[i] = (double)started;
            exposure += atRisk;
            renewals += renewed;
            HasLaterLosses |= i > 0 && renewed < atRisk;
        }

        Exposure = (double)exposure;
        Lost = (double)(exposure - renewals);
    }
}
