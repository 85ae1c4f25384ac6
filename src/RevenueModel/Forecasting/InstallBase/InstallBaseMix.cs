namespace RevenueModel.Forecasting;

/// <summary>The mix of a forecast between expansion and new logos, and how far it departs from the policy.</summary>
public sealed record InstallBaseMix
{
    internal InstallBaseMix(InstallBasePolicy policy, long enterpriseCustomers)
    {
        Policy = policy;
        EnterpriseCustomers = enterpriseCustomers;
    }

    /// <summary>The policy.</summary>
    public InstallBasePolicy Policy { get; }

    /// <summary>The vendor's number of enterprise customers.</summary>
    public long EnterpriseCustomers { get; }

    /// <summary>Whether the vendor has more enterprise customers than the policy asks for.</summary>
    public bool Applies => Policy.AppliesTo(EnterpriseCustomers);

    /// <summary>The weighted forecast from expansion deals.</summary>
    public required decimal Expansion { get; init; }

    /// <summary>The weighted forecast from new-logo deals.</summary>
    public required decimal NewLogo { get; init; }

    /// <summary>The weighted forecast from renewals, which the policy does not speak of and the mix leaves
    /// out.</summary>
    public required decimal Renewal { get; init; }

    /// <summary>The weighted forecast from deals whose motion is not recorded, which the mix leaves out too.</summary>
    public required decimal WithoutMotionAmount { get; init; }

    /// <summary>Expansion as a share of expansion and new logo, or <see langword="null"/> where both are
    /// zero.</summary>
    public decimal? ExpansionShare => Expansion + NewLogo == 0m ? null : Expansion / (Expansion + NewLogo);

    /// <summary>How far the mix departs from the policy, as a fraction: positive where more comes from expansion than
    /// the policy says. <see langword="null"/> where the policy does not apply or there is no mix.</summary>
    public decimal? Departure => Applies ? ExpansionShare - Policy.ExpansionShare : null;

    /// <summary>The amount that would have to come from new logos instead of expansion for the mix to meet the policy;
    /// negative the other way round. <see langword="null"/> where there is no <see cref="Departure"/>.</summary>
    public decimal? AmountOffPolicy => Departure is null
        ? null
        : Expansion - (Policy.ExpansionShare * (Expansion + NewLogo));

    /// <summary>The mix in words, or why it is not compared.</summary>
    public override string ToString()
    {
        if (!Applies)
        {
            return Policy.NotApplied(EnterpriseCustomers);
        }

        return Departure is { } departure
            ? Invariant($"{ExpansionShare:0.0%} from expansion, {departure * 100m:+0.0;-0.0;0.0} points off {Policy}")
            : "no expansion or new-logo deals to compare";
    }
}
