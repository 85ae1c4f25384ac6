using FsCheck.Xunit;
using RevenueModel.Pricing;
using RevenueModel.Tests.Numerics;
using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Oracles.Pricing;
using static RevenueModel.Tests.Numerics.Fractions;

namespace RevenueModel.Tests.Pricing;

[Properties(MaxTest = 500)]
public class UnitConversionProperties
{
    [Property]
    public bool BilledUnitsEqualExactFractions(UnitConversion conversion, Cents cents, bool isOnAUnit)
    {
        decimal count = Math.Abs(cents.Count % 10_000_000);
        decimal metered = isOnAUnit ? count / 100m * conversion.Divisor : count / 100m;
        return Agrees(
            conversion.Convert(metered),
            ChargeOracle.Convert(conversion, ExactFraction.Of(metered)),
            isExact: conversion.Rounding != UnitRounding.None || HasShortQuotients(conversion.Divisor),
            largest: ExactFraction.Of(metered));
    }

    [Property]
    public bool MoreUsageIsNeverFewerUnits(UnitConversion conversion, Cents one, Cents other)
    {
        decimal[] metered = [.. new[] { Math.Abs(one.Amount), Math.Abs(other.Amount) }.Order()];
        return conversion.Convert(metered[0]) <= conversion.Convert(metered[1]);
    }

    [Property]
    public bool ZeroUsageIsZeroUnits(UnitConversion conversion) => conversion.Convert(0m) == 0m;

    [Property]
    public bool RoundedUnitsAreWholeAndWithinOneOfTheExact(UnitConversion conversion, Cents cents)
    {
        decimal metered = Math.Abs(cents.Amount);
        decimal units = conversion.Convert(metered);
        decimal exact = metered * conversion.Factor / conversion.Divisor;
        return conversion.Rounding == UnitRounding.None
            || (decimal.Truncate(units) == units && Math.Abs(units - exact) <= 1m);
    }

    [Property]
    public bool CarriedUnitsAreTheUnusedUnitsWithinLimits(Rollover rollover, Cents left) =>
        rollover.Carry(Math.Abs(left.Amount)) == Math.Clamp(Math.Abs(left.Amount), rollover.Minimum, rollover.Maximum);
}
