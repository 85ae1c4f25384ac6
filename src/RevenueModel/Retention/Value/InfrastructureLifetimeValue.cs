using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Retention;

/// <summary>The lifetime value of a critical-infrastructure account, by year. Created by
/// <see cref="InfrastructureValueCalculator"/>.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record InfrastructureLifetimeValue
{
    internal InfrastructureLifetimeValue(
        InfrastructureAccount account, ValueList<InfrastructureYear> years, decimal lifetimeValue)
    {
        Account = account;
        Years = years;
        LifetimeValue = lifetimeValue;
    }

    /// <summary>Gets the account.</summary>
    public InfrastructureAccount Account { get; }

    /// <summary>Gets the years in order.</summary>
    public ValueList<InfrastructureYear> Years { get; }

    /// <summary>Gets the expected gross profit of all years, discounted.</summary>
    public decimal LifetimeValue { get; }

    /// <summary>Returns the name, the value and the sites at the end.</summary>
    public override string ToString() =>
        Invariant($"{Account.Name}: {LifetimeValue:#,0} in {Plural.Of(Years.Count, "year")}")
            + (Years.IsEmpty ? "" : Invariant($", {Plural.Of(Years[Years.Count - 1].Sites, "site")} in the last"));
}
