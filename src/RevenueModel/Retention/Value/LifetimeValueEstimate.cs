using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Retention;

/// <summary>The lifetime value of an account by one method. Created by
/// <see cref="LifetimeValueCalculator"/>.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record LifetimeValueEstimate
{
    internal LifetimeValueEstimate(LifetimeValueMethod method, decimal? value)
    {
        Method = method;
        Value = value;
    }

    /// <summary>Gets the method.</summary>
    public LifetimeValueMethod Method { get; }

    /// <summary>Gets the lifetime value, an amount of zero or more, or <see langword="null"/> if it is
    /// undefined.</summary>
    public decimal? Value { get; }

    /// <summary>Gets the reason why the value is undefined, or <see langword="null"/> if it is defined.</summary>
    public string? UndefinedReason => Value is not null ? null : Method switch
    {
        LifetimeValueMethod.Discounted => "no account leaves and the discount rate is zero",
        LifetimeValueMethod.ExpectedLifetime => "no discounted lifetime is given",
        _ => "no account leaves",
    };

    /// <summary>Returns the method and the value, or the reason why it is undefined.</summary>
    public override string ToString() => Value is { } value
        ? Invariant($"{Method}: {value:#,0.##}")
        : Invariant($"{Method}: undefined, {UndefinedReason}");
}
