using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace RevenueModel.Tests.Documentation;

/// <summary>The rules for documentation comments. Each returns what breaks it, with the place.</summary>
internal static partial class DocRules
{
    public static IEnumerable<string> WithoutSummary(IEnumerable<PublicMember> members) =>
        from member in members
        where !member.Has("summary")
        select $"{member} has no summary.";

    public static IEnumerable<string> WithoutParam(IEnumerable<PublicMember> members) =>
        from member in members
        from parameter in member.Parameters
        where member.TextOf(parameter) is null
        select $"{member} has no param {parameter.Name}.";

    public static IEnumerable<string> WithoutTypeParam(IEnumerable<PublicMember> members) =>
        from member in members
        from parameter in member.TypeParameters
        where !member.Describes(parameter)
        select $"{member} has no typeparam {parameter.Name}.";

    public static IEnumerable<string> WithoutReturns(IEnumerable<PublicMember> members) =>
        from member in members
        where member.ReturnsAValue && !member.Has("returns")
        select $"{member} has no returns.";

    /// <summary>A method, constructor, operator or indexer whose code throws names at least one exception.</summary>
    public static IEnumerable<string> WithoutException(IEnumerable<PublicMember> members) =>
        from member in members
        where member.Throws && !IsPlainProperty(member) && !member.Has("exception")
        select $"{member} throws and has no exception.";

    /// <summary>
    /// A property whose <c>init</c> accessor has a guard states the allowed range of a number, or what the items of a
    /// list need, in its comment; an <c>exception</c> element is optional. Every property refuses blank text,
    /// undefined enum values and null, so that a comment need not repeat it.
    /// </summary>
    public static IEnumerable<string> PropertiesWithoutRange(IEnumerable<PublicMember> members) =>
        from member in members
        where member.Throws && IsPlainProperty(member) && !member.Has("exception")
        let type = ((IPropertySymbol)member.Symbol).Type
        where IsNumber(type) || type.Name is "ValueList" or "Band"
        let text = string.Join(' ', member.All("summary").Concat(member.All("remarks")).Select(PublicMember.TextIn))
        where !Range().IsMatch(text)
        select $"{member} has a guard and states no range: \"{Blanks().Replace(text.Trim(), " ")}\"";

    /// <summary>
    /// The text of a number says its unit or its range: with a word of measure, or with a number in digits.
    /// </summary>
    public static IEnumerable<string> NumbersWithoutUnit(IEnumerable<PublicMember> members) =>
        from member in members
        from parameter in member.Parameters
        where IsNumber(parameter.Type)
        let text = member.TextOf(parameter)
        where text is not null && !UnitOrRange().IsMatch(text)
        select $"{member}: the param {parameter.Name} has no unit or range: \"{text.Trim()}\"";

    private static bool IsPlainProperty(PublicMember member) =>
        member.Symbol is IPropertySymbol { IsIndexer: false };

    private static bool IsNumber(ITypeSymbol type)
    {
        if (type is INamedTypeSymbol { IsGenericType: true } generic
            && (generic.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T || IsCollection(generic)))
        {
            type = generic.TypeArguments[0];
        }

        return type.SpecialType is SpecialType.System_Decimal or SpecialType.System_Double or SpecialType.System_Int32
            or SpecialType.System_Int64;
    }

    private static bool IsCollection(INamedTypeSymbol type) =>
        type.Name is "ReadOnlySpan" or "Span" or "IEnumerable" or "ValueList";

    [GeneratedRegex(
        @"\b(zero|one|positive|negative|between|or (more|less)|less than|greater than|at (least|most)|above|below"
        + @"|fractions?|share|within|ascending|without gaps|unique|distinct|not empty|same|no two|once)\b|\d",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Range();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    // Units first, then ranges.
    [GeneratedRegex(
        @"\b(amounts?|money|currency|fractions?|shares?|ratios?|multiples?|percent|rates?|probabilit(y|ies)"
        + @"|odds|factors?|units?|quantit(y|ies)|counts?|numbers?|days?|months?|quarters?|years?|weeks?|prices?"
        + @"|fees?|costs?|quotas?"
        + @"|ARR|ACV|bills?|seconds?|digits?|decimals?|index|position|rank|seed|size|employees"
        + @"|zero|positive|negative|between|more|less|least|most|any sign|above|below)\b|\d",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex UnitOrRange();
}
