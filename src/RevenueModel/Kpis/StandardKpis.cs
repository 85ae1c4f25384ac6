using RevenueModel.Primitives;

namespace RevenueModel.Kpis;

/// <summary>The indicators that a scorecard measures, with their formulas. The cadence is that of the
/// document of <see cref="PublishedBenchmarks.OtSecurity2027"/>, section Reporting Cadence.</summary>
public static class StandardKpis
{
    /// <summary>Gets annual contract value: the average ARR of the accounts with recurring revenue.</summary>
    public static KpiDefinition Acv { get; } = new()
    {
        Name = "Annual Contract Value",
        Formula = "ARR / accounts with ARR, at the end of the month",
        Unit = KpiUnit.Money,
        Better = KpiDirection.WithinBand,
        Cadence = KpiCadence.Monthly,
    };

    /// <summary>Gets the length of the sales cycle: the median from creation to closed-won.</summary>
    public static KpiDefinition CycleLength { get; } = new()
    {
        Name = "Sales Cycle Length",
        Formula = "median of the days from creation to closed-won, in months of 365.25 / 12 days",
        Unit = KpiUnit.Months,
        Better = KpiDirection.Lower,
    };

    /// <summary>Gets net revenue retention of the closed cohort.</summary>
    public static KpiDefinition Nrr { get; } = new()
    {
        Name = "Net Revenue Retention",
        Formula = "ARR at the end / ARR at the start, of the accounts at the start, as of a year",
        Cadence = KpiCadence.Monthly,
    };

    /// <summary>Gets the win rate of deals with a rival.</summary>
    public static KpiDefinition CompetitiveWinRate { get; } = new()
    {
        Name = "Win Rate in Competitive Bake-Offs",
        Formula = "won / (won + lost), of deals with a rival that closed in the window",
        Cadence = KpiCadence.Monthly,
    };

    /// <summary>Gets the share of pilots that become production deployments.</summary>
    public static KpiDefinition PocConversion { get; } = new()
    {
        Name = "POC-to-Production Conversion",
        Formula = "converted / (converted + stopped), of pilots that ended in the window",
        Cadence = KpiCadence.Monthly,
    };

    /// <summary>Gets the sites that an account adds per year.</summary>
    public static KpiDefinition SiteVelocity { get; } = new()
    {
        Name = "Per-Site Expansion Velocity",
        Formula = "sites that went live in the window / accounts with a site before it, per year",
        Unit = KpiUnit.Number,
        Cadence = KpiCadence.Weekly,
    };

    /// <summary>Gets the share of sites that are covered.</summary>
    public static KpiDefinition SitePenetration { get; } = new()
    {
        Name = "Site Penetration",
        Formula = "live sites / all sites, of the accounts with a site",
        Cadence = KpiCadence.Weekly,
    };

    /// <summary>Gets the share of revenue that recurs.</summary>
    public static KpiDefinition RecurringMix { get; } = new()
    {
        Name = "Recurring Revenue Mix",
        Formula = "recurring revenue / all revenue",
        Cadence = KpiCadence.Monthly,
    };

    /// <summary>Gets the share of accounts that stay.</summary>
    public static KpiDefinition LogoRetention { get; } = new()
    {
        Name = "Logo Retention",
        Formula = "accounts with ARR at the end / accounts with ARR at the start, as of a year",
        Cadence = KpiCadence.Quarterly,
    };

    /// <summary>Gets the gross profit of an account over its life.</summary>
    public static KpiDefinition LifetimeValue { get; } = new()
    {
        Name = "Lifetime Value per Critical-Infrastructure Account",
        Formula = "average ARR × gross margin / (1 - logo retention of a year)",
        Unit = KpiUnit.Money,
        Better = KpiDirection.WithinBand,
        Cadence = KpiCadence.Quarterly,
    };

    /// <summary>Gets all of them, in the order of a scorecard.</summary>
    public static ValueList<KpiDefinition> All { get; } =
    [
        Acv, CycleLength, Nrr, CompetitiveWinRate, PocConversion, SiteVelocity, SitePenetration, RecurringMix,
        LogoRetention, LifetimeValue,
    ];
}
