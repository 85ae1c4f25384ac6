using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Expansion;

/// <summary>The ARR of an attached module in one month, with and without the overlay role that sells it. Created by
/// <see cref="ModuleAttachCalculator"/>.</summary>
/// <remarks>Immutable; equal by value. Bands reach from the lowest uplift and the largest lag to the highest uplift
/// and the smallest lag.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record ModuleAttachEstimate
{
    internal ModuleAttachEstimate(
        int month, int accounts, decimal baseArpu, decimal attachRate, Band<decimal> uplift, Band<decimal>? lagPoints)
    {
        Month = month;
        Accounts = accounts;
        BaseArpu = baseArpu;
        AttachRate = attachRate;
        Uplift = Guard.Against.NotFractionBand(uplift);
        LagPoints = lagPoints is { } points ? ExpansionGuards.Points(points, nameof(lagPoints)) : null;
    }

    /// <summary>Gets the month of the program, from 0.</summary>
    public int Month { get; }

    /// <summary>Gets the number of accounts that can attach the module.</summary>
    public int Accounts { get; }

    /// <summary>Gets the ARR of an account without the module on average.</summary>
    public decimal BaseArpu { get; }

    /// <summary>Gets the share of accounts with the module, between 0 and 1.</summary>
    public decimal AttachRate { get; }

    /// <summary>Gets the ARR that the module adds to an account, as a band of fractions of the base ARR.</summary>
    public Band<decimal> Uplift { get; }

    /// <summary>Gets the percentage points by which the attach rate is lower without the overlay role, or
    /// <see langword="null"/> if they are unknown.</summary>
    public Band<decimal>? LagPoints { get; }

    /// <summary>Gets the ARR of all accounts without the module: <c>accounts × base ARPU</c>.</summary>
    public decimal BaseArr => Accounts * BaseArpu;

    /// <summary>Gets the number of accounts with the module, which need not be whole: <c>accounts × attach
    /// rate</c>.</summary>
    public decimal AttachedAccounts => Accounts * AttachRate;

    /// <summary>Gets the ARR that the module adds: <c>base ARR × attach rate × uplift</c>.</summary>
    public Band<decimal> ModuleArr => Scale(BaseArr * AttachRate, BaseArr * AttachRate);

    /// <summary>Gets the ARR of an account on average with the module in the mix:
    /// <c>base ARPU × (1 + attach rate × uplift)</c>.</summary>
    public Band<decimal> Arpu => Band.Between(
        BaseArpu * (1m + (AttachRate * Uplift.Min)), BaseArpu * (1m + (AttachRate * MaxUplift)));

    /// <summary>Gets the attach rate without the overlay role, <c>attach rate - lag</c> and at least zero, or
    /// <see langword="null"/> if the lag is unknown.</summary>
    public Band<decimal>? AttachRateWithoutOverlay => LagPoints is { } lag
        ? Band.Between(Math.Max(AttachRate - (lag.Max.GetValueOrDefault() / 100m), 0m),
            Math.Max(AttachRate - (lag.Min / 100m), 0m))
        : null;

    /// <summary>Gets whether the largest lag exceeds the attach rate, so that no account would have the module without
    /// the overlay role, and part of the published lag cannot occur.</summary>
    public bool IsLagAboveAttachRate => LagPoints?.Max > AttachRate * 100m;

    /// <summary>Gets the ARR that the module adds without the overlay role, or <see langword="null"/> if the lag is
    /// unknown.</summary>
    public Band<decimal>? ModuleArrWithoutOverlay => AttachRateWithoutOverlay is { } rate
        ? Scale(BaseArr * rate.Min, BaseArr * rate.Max.GetValueOrDefault())
        : null;

    /// <summary>Gets the ARR that is not won without the overlay role,
    /// <c>base ARR × min(lag, attach rate) × uplift</c>, or <see langword="null"/> if the lag is unknown.</summary>
    public Band<decimal>? ArrLost => AttachRateWithoutOverlay is { } rate
        ? Scale(BaseArr * (AttachRate - rate.Max.GetValueOrDefault()), BaseArr * (AttachRate - rate.Min))
        : null;

    private decimal MaxUplift => Uplift.Max.GetValueOrDefault();

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString()
    {
        string lost = ArrLost is { } band ? Invariant($"; without the overlay role {band:#,0.##} less") : "";
        return Invariant($"month {Month}: {AttachRate * 100m:0.##}% attached, {ModuleArr:#,0.##} ARR{lost}");
    }

    private Band<decimal> Scale(decimal least, decimal most) => Band.Between(least * Uplift.Min, most * MaxUplift);
}
