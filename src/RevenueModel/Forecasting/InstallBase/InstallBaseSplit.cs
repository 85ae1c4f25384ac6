namespace RevenueModel.Forecasting;

/// <summary>A target split between expansion and new logos, or the statement that the policy does not apply.</summary>
public sealed record InstallBaseSplit
{
    internal InstallBaseSplit(InstallBasePolicy policy, long enterpriseCustomers, decimal target)
    {
        Policy = policy;
        EnterpriseCustomers = enterpriseCustomers;
        Target = target;
    }

    /// <summary>The policy.</summary>
    public InstallBasePolicy Policy { get; }

    /// <summary>The vendor's number of enterprise customers.</summary>
    public long EnterpriseCustomers { get; }

    /// <summary>The target that is split.</summary>
    public decimal Target { get; }

    /// <summary>Whether the vendor has more enterprise customers than the policy asks for.</summary>
    public bool Applies => Policy.AppliesTo(EnterpriseCustomers);

    /// <summary>The part to come from expansion, or <see langword="null"/> where the policy does not apply.</summary>
    public decimal? Expansion { get; internal init; }

    /// <summary>The part to come from new logos, or <see langword="null"/> where the policy does not apply.</summary>
    public decimal? NewLogo { get; internal init; }

    /// <summary>The split in words, or why there is none.</summary>
    public override string ToString() => Applies
        ? Invariant($"{Target:#,0.##} splits into {Expansion:#,0.##} from expansion and {NewLogo:#,0.##} from new logos ({Policy})")
        : Policy.NotApplied(EnterpriseCustomers);
}
