namespace RevenueModel.Retention;

/// <summary>All cohorts folded into counts by age: who faced each renewal and who renewed.</summary>
/// <remarks>The likelihood of renewals depends on these counts only, so that its cost does not depend on the number of
/// cohorts.</remarks>
internal sealed class RenewalCounts
{
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

    /// <summary>Gets the renewals that customers faced.</summary>
    public double Exposure { get; private set; }

    /// <summary>Folds cohorts.</summary>
    public static RenewalCounts Of(ReadOnlySpan<RenewalCohort> cohorts, string name)
    {
        if (cohorts.IsEmpty)
        {
            throw new ArgumentException($"{name} had no cohort; at least one is expected.", name);
        }

        int periods = 0;
        for (int i = 0; i < cohorts.Length; i++)
        {
            RenewalCohort cohort = cohorts[i]
                ?? throw new ArgumentNullException(name, Invariant($"{name} had null at {i}; a cohort is expected."));
            int faced = 0;
            while (faced < cohort.Customers.Count - 1 && cohort.Customers[faced] > 0m)
            {
                faced++;
            }

            periods = Math.Max(periods, faced);
        }

        var counts = new RenewalCounts(periods);
        foreach (RenewalCohort cohort in cohorts)
        {
            counts.Customers += cohort.Customers[0];
        }

        counts.Add(cohorts);
        return counts;
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
        }

        Exposure = (double)exposure;
        Lost = (double)(exposure - renewals);
    }
}
