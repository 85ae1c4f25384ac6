using RevenueModel.Tests.Architecture;

namespace RevenueModel.Tests.Documentation;

/// <summary>
/// Each public type and member of the packages is documented: summary, parameters, return value and exceptions.
/// Overrides and members that the compiler generates are exempt; <c>inheritdoc</c> counts as what it inherits.
/// </summary>
public class DocCommentTests
{
    [Fact]
    public void EveryTypeAndMemberHasASummary() => Offenders.None(DocRules.WithoutSummary(PublicSurface.All));

    [Fact]
    public void EveryParameterIsDescribed() => Offenders.None(DocRules.WithoutParam(PublicSurface.All));

    [Fact]
    public void EveryTypeParameterIsDescribed() => Offenders.None(DocRules.WithoutTypeParam(PublicSurface.All));

    [Fact]
    public void EveryReturnValueIsDescribed() => Offenders.None(DocRules.WithoutReturns(PublicSurface.All));

    [Fact]
    public void WhatThrowsNamesAnException() => Offenders.None(DocRules.WithoutException(PublicSurface.All));

    [Fact]
    public void PropertiesWithAGuardStateTheirRange() =>
        Offenders.None(DocRules.PropertiesWithoutRange(PublicSurface.All));

    [Fact]
    public void NumericParametersStateAUnitOrARange() =>
        Offenders.None(DocRules.NumbersWithoutUnit(PublicSurface.All));

    // The rules would hold for an empty list too.
    [Fact]
    public void TheSourcesAreRead()
    {
        Assert.Contains(PublicSurface.All, member => member is { TypeName: "CoverageCalculator", Throws: true });
        Assert.Contains(PublicSurface.All, member => member is { TypeName: "CrmImporter", IsMethod: true });
    }
}
