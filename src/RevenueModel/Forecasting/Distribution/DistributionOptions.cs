using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Forecasting;

/// <summary>Options of a forecast distribution: the accuracy of its tails, the size of the lattice, and the mass
/// that may be dropped.</summary>
/// <remarks>Immutable; equal by value. The defaults answer questions about a quarter in milliseconds.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record DistributionOptions
{
    /// <summary>The default options.</summary>
    internal static readonly DistributionOptions Default = new();

    /// <summary>Gets the accuracy of small probabilities. Default: absolute.</summary>
    public TailAccuracy Tails { get; init => field = Guard.Against.Undefined(value, nameof(Tails)); }

    /// <summary>Gets the largest number of lattice cells if amounts have to be split, between 256 and 2^20. An exact
    /// lattice may have four times as many. Default: 16,384.</summary>
    public int MaxCells
    {
        get;
        init => field = value is >= 256 and <= 1 << 20
            ? value
            : throw DomainGuards.OutOfRange(nameof(MaxCells), value, "a number between 256 and 1,048,576");
    } = 16_384;

    /// <summary>Gets the probability that may be dropped at the ends of the distribution, between 1e-250 and 0.001.
    /// Ignored for relative tails, which drop nothing that a double can hold. Default: 1e-24. A Fourier transform,
    /// which computes many deals, drops about 1e-16 beside it, and a common factor a thousandth of
    /// <see cref="FactorTolerance"/>.</summary>
    public double DroppedMass
    {
        get;
        init => field = value is >= 1e-250 and <= 1e-3
            ? value
            : throw DomainGuards.OutOfRange(nameof(DroppedMass), value, "a probability between 1e-250 and 0.001");
    } = 1e-24;

    /// <summary>Gets the change of any cumulative probability below which the integration over a common factor stops,
    /// between 1e-15 and 0.001. Default: 1e-12.</summary>
    public double FactorTolerance
    {
        get;
        init => field = value is >= 1e-15 and <= 1e-3
            ? value
            : throw DomainGuards.OutOfRange(nameof(FactorTolerance), value, "a number between 1e-15 and 0.001");
    } = 1e-12;

    /// <summary>Returns the options.</summary>
    public override string ToString() =>
        Invariant($"{Tails} tails, up to {MaxCells:#,0} cells, dropped mass {DroppedMass:0.##E+0}, ")
            + Invariant($"factor tolerance {FactorTolerance:0.##E+0}");
}

/// <summary>The accuracy of the small probabilities of a distribution.</summary>
public enum TailAccuracy
{
    /// <summary>Probabilities have the absolute error that the result states. The fastest engine is chosen. The
    /// default.</summary>
    Absolute = 0,

    /// <summary>Probabilities down to 1e-290 have a small relative error. Only the window engine is used, and no tail
    /// is dropped. With a common factor the accuracy stays absolute.</summary>
    Relative = 1,
}
