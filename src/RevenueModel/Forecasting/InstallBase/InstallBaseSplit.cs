using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Forecasting;

/// <summary>The split of a target between expansion and new logos; without parts if the policy does not
/// apply.</summary>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record InstallBaseSplit
{
    internal InstallBaseSplit(InstallBasePolicy policy, long enterpriseCustomers, decimal target)
    {
        Policy = policy;
        EnterpriseCustomers = enterpriseCustomers;
        Target = target;
    }

    /// <summary>Gets the policy.</summary>
    public InstallBasePolicy Policy { get; }

    /// <summary>Gets the vendor's number of enterprise customers.</summary>
    public long EnterpriseCustomers { get; }

    /// <summary>Gets the target that is split.</summary>
    public decimal Target { get; }

    /// <summary>Gets whether the policy applies: the vendor has more enterprise customers than its
    /// threshold.</summary>
    public bool Applies => Policy.AppliesTo(EnterpriseCustomers);

    /// <summary>Gets the part from expansion, or <see langword="null"/> if the policy does not apply.</summary>
    public decimal? Expansion { get; internal init; }

    /// <summary>Gets the part from new logos, or <see langword="null"/> if the policy does not apply.</summary>
    public decimal? NewLogo { get; internal init; }

    /// <summary>Returns the split, or the reason why there is none.</summary>
    public override string ToString() => Applies
        ? Invariant($"{Target:#,0.##} splits into {Expansion:#,0.##} from expansion ")
            + Invariant($"and {NewLogo:#,0.##} from new logos ({Policy})")
        : Policy.NotApplied(EnterpriseCustomers);
}
