namespace Foedus.Engine.Tests;
