using RevenueModel.Statistics;

namespace RevenueModel.Kpis;

/// <summary>The exact counts and sums of a segment, from which its indicators are read.</summary>
internal sealed class SegmentSample
{
    public DealCounts Deals { get; } = new();

    public RatioSample Acv { get; set; } = RatioSample.Empty;

    public RatioSample Nrr { get; set; } = RatioSample.Empty;

    public RatioSample Mix { get; set; } = RatioSample.Empty;

    public RatioSample NewSites { get; set; } = RatioSample.Empty;

    public RatioSample Penetration { get; set; } = RatioSample.Empty;

    public long OpeningLogos { get; set; }

    public long RetainedLogos { get; set; }

    public long StalledAccounts { get; set; }

    public long AccountsWithoutNewSites { get; set; }

    public long ConvertedPocs { get; set; }

    public long StoppedPocs { get; set; }

    public long AlertFloods { get; set; }

    public long MissedAssets { get; set; }

    public long StoppedWithCause { get; set; }

    public void Add(SegmentSample other)
    {
        Deals.Add(other.Deals);
        Acv = Acv.Merge(other.Acv);
        Nrr = Nrr.Merge(other.Nrr);
        Mix = Mix.Merge(other.Mix);
        NewSites = NewSites.Merge(other.NewSites);
        Penetration = Penetration.Merge(other.Penetration);
        OpeningLogos += other.OpeningLogos;
        RetainedLogos += other.RetainedLogos;
        StalledAccounts += other.StalledAccounts;
        AccountsWithoutNewSites += other.AccountsWithoutNewSites;
        ConvertedPocs += other.ConvertedPocs;
        StoppedPocs += other.StoppedPocs;
        AlertFloods += other.AlertFloods;
        MissedAssets += other.MissedAssets;
        StoppedWithCause += other.StoppedWithCause;
    }
}
