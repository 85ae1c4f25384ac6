
namespace RevenueModel.Tests.Generators;

/// <summary>
/// An attainment, zero or more, with at most four decimal places. It is often at the start of a tier of the generated
/// curves.
/// </summary>
public readonly record struct Attainment(decimal Value)
{
    public static implicit operator decimal(Attainment attainment) => attainment.Value;
}
