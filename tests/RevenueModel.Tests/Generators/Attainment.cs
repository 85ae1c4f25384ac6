
namespace RevenueModel.Tests.Generators;

/// <summary>Attained over target, zero or more, with at most four decimal places, often where tiers of the curves
/// start.</summary>
public readonly record struct Attainment(decimal Value)
{
    public static implicit operator decimal(Attainment attainment) => attainment.Value;
}
