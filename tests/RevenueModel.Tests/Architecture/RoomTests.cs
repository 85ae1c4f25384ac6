using System.Runtime.CompilerServices;
using ArchUnitNET.Domain;
using ArchUnitNET.Fluent;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnit;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace RevenueModel.Tests.Architecture;

public class RoomTests
{
    private static readonly Lazy<ArchUnitNET.Domain.Architecture> Architecture =
        new(() => new ArchLoader().LoadAssembly(Rooms.Core).Build());

    public static TheoryData<string> EachRoomButTheLast => [.. Rooms.InOrder.SkipLast(1)];

    [Theory, MemberData(nameof(EachRoomButTheLast))]
    public void RoomUsesNoLaterRoom(string room)
    {
        IEnumerable<string> later = Rooms.InOrder.SkipWhile(other => other != room).Skip(1);
        IObjectProvider<IType> typesOfLater = Types().That()
            .ResideInNamespaceMatching($@"^RevenueModel\.({string.Join('|', later)})(\.|$)");

        IArchRule rule = Types().That().ResideInNamespaceOrBelow(Rooms.NamespaceOf(room))
            .Should().NotDependOnAny(typesOfLater)
            .WithoutRequiringPositiveResults();

        rule.Check(Architecture.Value);
    }

    [Fact]
    public void EveryTypeIsInARoom() =>
        Offenders.None(Rooms.Core.GetTypes()
            .Where(type => type.IsPublic || !IsWrittenByTheCompiler(type))
            .Where(type => Rooms.PlaceOf(type.Namespace) < 0));

    [Fact]
    public void CoreUsesOnlyTheFrameworkNodaTimeAndGuardClauses() =>
        Offenders.None(Rooms.Core.GetReferencedAssemblies()
            .Select(assembly => assembly.Name!)
            .Where(name => name is not ("NodaTime" or "Ardalis.GuardClauses"))
            .Where(name => !name.StartsWith("System.", StringComparison.Ordinal)));

    private static bool IsWrittenByTheCompiler(System.Type type) =>
        type.Name.Contains('<', StringComparison.Ordinal)
        || type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
        || (type.DeclaringType is { } outer && IsWrittenByTheCompiler(outer));
}
